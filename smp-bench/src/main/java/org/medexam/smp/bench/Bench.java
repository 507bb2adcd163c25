package org.medexam.smp.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.Orientation;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureInspector;

/**
 * Measures the engine and its peers round by round, all of them in each round, so that whatever else the machine does
 * meets them alike.
 */
final class Bench {

    private static final int DRAWN_SCALE = 5;
    private static final int THREADS = 4;
    private static final int MAX_BYTES = 32 << 20;

    private final List<Sample> samples;
    private final List<Peer> peers;
    private final Pace pace;
    private final Report report;

    Bench(List<Sample> samples, List<Peer> peers, Pace pace, Report report) {
        this.samples = samples;
        this.peers = peers;
        this.pace = pace;
        this.report = report;
    }

    /**
     * Measures and writes the report.
     *
     * @param arguments folder of this module, rounds, folder of pictures; without one, pictures are drawn
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path module = Path.of(arguments[0]);
        Pace pace = Pace.of(Integer.parseInt(arguments[1]));
        Path target = Files.createDirectories(module.resolve("target/bench"));
        Path pictures = arguments.length > 2 && !arguments[2].isBlank()
                ? Path.of(arguments[2])
                : new DrawnPictures(target.resolve("drawn"), DRAWN_SCALE).drawn();
        Tiles tiles = new Tiles(target);
        Report report = new Report();
        List<Sample> samples = samples(pictures, tiles, report);
        List<Peer> peers = inThisProcess();
        peers.add(new SharpPeer(module.resolve("src/main/node"), target, samples, tiles));
        new Bench(samples, peers, pace, report).run();
        peers.forEach(Peer::close);
        System.out.println(report.text());
        Files.writeString(target.resolve("bench.txt"), report.text());
        report.plot(target.resolve("bench"));
        System.out.println("Table and plot: " + target);
    }

    /** The engine first: the others are compared with it. */
    static List<Peer> inThisProcess() {
        return new ArrayList<>(List.of(
                Engine.coefficients(), Engine.pixels(), new OpenCvPeer(), new ImageIoPeer(), new ThumbnailatorPeer()));
    }

    /**
     * Reads the JPEGs and PNGs of a folder.
     *
     * @param report receives those that SMP refuses
     */
    static List<Sample> samples(Path folder, Tiles tiles, Report report) throws IOException {
        PictureInspector inspector = new PictureInspector(PictureLimits.DEFAULT.withMaxBytes(MAX_BYTES));
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().matches("(?i).*\\.(jpe?g|png)")) {
                    try {
                        PictureFacts facts = inspector.inspect(Files.readAllBytes(file));
                        int em = Tiles.em(facts.uprightWidth(), facts.uprightHeight());
                        samples.add(new Sample(samples.size(), file, facts, tiles.image(em)));
                    } catch (PictureException e) {
                        report.exclude(file, "SMP: " + e.getMessage());
                    }
                }
            }
        }
        return samples;
    }

    void run() throws IOException, InterruptedException {
        List<Sample> compared = samples.stream().filter(this::isStampedByAll).toList();
        for (Kind kind : Kind.values()) {
            List<Sample> chosen = kind.of(compared);
            if (!chosen.isEmpty()) {
                report.add(new Report.Part(kind, chosen.size(), measure(chosen)));
            }
        }
        List<Sample> usual = Kind.SEQUENTIAL.of(compared);
        if (!usual.isEmpty()) {
            report.scaling(
                    THREADS, new Scaling(peers.get(0), usual, 2 * pace.nanos()).measured(THREADS, pace.rounds()));
            double[] first = new double[pace.fresh()];
            for (int i = 0; i < first.length; i++) {
                first[i] = FirstPicture.millis(usual.get(i % usual.size()).file());
            }
            report.first(first);
        }
    }

    /** A picture that a peer does not decode is excluded for all, so that all stamp the same pictures. */
    private boolean isStampedByAll(Sample sample) {
        for (Peer peer : peers) {
            try {
                peer.stamped(sample);
            } catch (RuntimeException e) {
                report.exclude(sample.file(), peer.name() + ": " + e.getMessage());
                return false;
            }
        }
        return true;
    }

    private List<StampMeasurement> measure(List<Sample> chosen) {
        double[][] cpu = new double[peers.size()][pace.rounds()];
        for (int round = -pace.warmUp(); round < pace.rounds(); round++) {
            for (int p = 0; p < peers.size(); p++) {
                double milliseconds = cpu(peers.get(p), chosen);
                if (round >= 0) {
                    cpu[p][round] = milliseconds;
                }
            }
        }
        List<StampMeasurement> measurements = new ArrayList<>();
        for (int p = 0; p < peers.size(); p++) {
            measurements.add(measurement(peers.get(p), cpu[p], chosen));
        }
        return measurements;
    }

    /** Goes over the pictures until the clock of the processor, which ticks every 10 ms, has gone far enough. */
    private double cpu(Peer peer, List<Sample> chosen) {
        long before = peer.cpu();
        int stamped = 0;
        while (stamped == 0 || peer.cpu() - before < pace.nanos()) {
            chosen.forEach(peer::stamp);
            stamped += chosen.size();
        }
        return (peer.cpu() - before) / 1e6 / stamped;
    }

    private static StampMeasurement measurement(Peer peer, double[] cpu, List<Sample> chosen) {
        long in = 0;
        long out = 0;
        double psnr = 0;
        double identical = 0;
        try {
            for (Sample sample : chosen) {
                byte[] stamped = peer.stamped(sample);
                in += sample.bytes().length;
                out += stamped.length;
                if (sample.facts().orientation() == Orientation.TOP_LEFT) {
                    Fidelity fidelity = Fidelity.of(sample.bytes(), stamped);
                    psnr += fidelity.psnr() / chosen.size();
                    identical += fidelity.identical() / chosen.size();
                } else {
                    // what was turned has no block in its old place
                    psnr = Double.NaN;
                    identical = Double.NaN;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StampMeasurement(peer.name(), cpu, in, out, psnr, identical);
    }
}
