package org.medexam.smp.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.medexam.smp.core.picture.Orientation;
import org.medexam.smp.core.picture.PictureFacts;
import org.medexam.smp.core.picture.PictureFacts.JpegCoding;
import org.medexam.smp.core.picture.PictureFormat;
import org.medexam.smp.core.picture.PictureInspector;
import org.medexam.smp.core.picture.PictureLimits;

/**
 * Measures the engine and its peers round by round, all of them in each round, so that whatever else the machine does
 * meets them alike. Arguments: folder of pictures, folder of this module, number of rounds.
 */
public final class Bench {

    private static final int WARM_UP = 12;
    private static final long LEAST_NANOS = 400_000_000;

    private final List<Sample> samples;
    private final List<Peer> peers;
    private final int rounds;

    private Bench(List<Sample> samples, List<Peer> peers, int rounds) {
        this.samples = samples;
        this.peers = peers;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path pictures = Path.of(arguments[0]);
        Path module = Path.of(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        Path target = Files.createDirectories(module.resolve("target/bench"));
        Tiles tiles = new Tiles(target);
        List<Sample> samples = samples(pictures, tiles);
        List<Peer> peers = new ArrayList<>(List.of(
                Engine.coefficients(), Engine.pixels(), new OpenCvPeer(), new ImageIoPeer(), new ThumbnailatorPeer()));
        peers.add(new SharpPeer(module.resolve("src/main/node"), target, samples, tiles));
        Report report = new Report();
        Bench bench = new Bench(samples, peers, rounds);
        bench.kinds()
                .forEach((kind, of) -> report.add(kind, samplesOf(samples, of).size(), bench.measure(of)));
        peers.forEach(Peer::close);
        System.out.println(report.text());
        Files.writeString(target.resolve("bench.txt"), report.text());
        Files.writeString(target.resolve("bench.svg"), report.plot());
        System.out.println("Table and plot: " + target);
    }

    private static List<Sample> samples(Path folder, Tiles tiles) throws IOException {
        PictureInspector inspector = new PictureInspector(PictureLimits.DEFAULT.withMaxBytes(32 << 20));
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().matches("(?i).*\\.(jpe?g|png)")) {
                    byte[] bytes = Files.readAllBytes(file);
                    PictureFacts facts = inspector.inspect(bytes);
                    int em = Tiles.em(facts.uprightWidth(), facts.uprightHeight());
                    samples.add(new Sample(samples.size(), file, bytes, facts, tiles.image(em)));
                }
            }
        }
        return samples;
    }

    private Map<String, Predicate<PictureFacts>> kinds() {
        Map<String, Predicate<PictureFacts>> kinds = new LinkedHashMap<>();
        Predicate<PictureFacts> jpeg = facts -> facts.format() == PictureFormat.JPEG;
        Predicate<PictureFacts> upright = facts -> facts.orientation() == Orientation.TOP_LEFT;
        Predicate<PictureFacts> progressive =
                facts -> facts.coding() instanceof JpegCoding coding && coding.progressive();
        kinds.put("sequential JPEG, upright", jpeg.and(upright).and(progressive.negate()));
        kinds.put("sequential JPEG, turned", jpeg.and(upright.negate()).and(progressive.negate()));
        kinds.put("progressive JPEG", progressive);
        kinds.put("PNG", jpeg.negate());
        return kinds;
    }

    private static List<Sample> samplesOf(List<Sample> samples, Predicate<PictureFacts> kind) {
        return samples.stream().filter(sample -> kind.test(sample.facts())).toList();
    }

    private List<Measurement> measure(Predicate<PictureFacts> kind) {
        List<Sample> chosen = samplesOf(samples, kind);
        List<Measurement> measurements = new ArrayList<>();
        if (chosen.isEmpty()) {
            return measurements;
        }
        double[][] cpu = new double[peers.size()][rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int p = 0; p < peers.size(); p++) {
                double milliseconds = cpu(peers.get(p), chosen);
                if (round >= 0) {
                    cpu[p][round] = milliseconds;
                }
            }
        }
        for (int p = 0; p < peers.size(); p++) {
            measurements.add(measurement(peers.get(p), cpu[p], chosen));
        }
        return measurements;
    }

    /** Goes over the pictures until the clock of the processor, which ticks every 10 ms, has gone far enough. */
    private static double cpu(Peer peer, List<Sample> chosen) {
        long before = peer.cpu();
        int stamped = 0;
        while (stamped == 0 || peer.cpu() - before < LEAST_NANOS) {
            chosen.forEach(peer::stamp);
            stamped += chosen.size();
        }
        return (peer.cpu() - before) / 1e6 / stamped;
    }

    private static Measurement measurement(Peer peer, double[] cpu, List<Sample> chosen) {
        double in = 0;
        double out = 0;
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
                    psnr = Double.NaN;
                    identical = Double.NaN;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Measurement(peer.name(), cpu, out / in, psnr, identical);
    }
}
