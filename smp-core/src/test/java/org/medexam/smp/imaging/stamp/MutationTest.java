package org.medexam.smp.imaging.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.coefficient.SampleJpegs;
import org.medexam.smp.imaging.coefficient.write.NotEncodable;
import org.medexam.smp.imaging.inspect.JpegFacts;
import org.medexam.smp.imaging.inspect.Orientation;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.jpeg.scan.UnsupportedCoding;
import org.medexam.smp.imaging.pixel.DecodePermits;

/**
 * Stamps thousands of damaged pictures: each is stamped or refused, without any other exception, in bounded time and with
 * bounded output.
 *
 * <p>{@code -Dmutants=1000000} sets their number; with {@code -Ddjpeg=20000} so many accepted ones are decoded by
 * libjpeg-turbo's {@code djpeg -strict}, which must accept all.
 */
class MutationTest {

    private static final int MUTANTS = Integer.getInteger("mutants", 6_000);
    private static final int CHECKED_BY_DJPEG = Integer.getInteger("djpeg", 0);
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** CPU time, since the machine may be loaded. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final DecodePermits permits = new DecodePermits(512 << 20, Duration.ofSeconds(10));
    private final CoefficientStamper stamper = new CoefficientStamper(
            picture -> {
                throw new IllegalStateException("the pixel stamper is not called");
            },
            permits,
            Stamping.mark("one district's secret"));

    private int stamped;
    private int refused;
    private int unsupported;
    private long longest;

    @Test
    void stampsOrRefuses() throws IOException, InterruptedException {
        List<byte[]> sound = new ArrayList<>();
        sound.addAll(SampleJpegs.kinds(96, 64));
        sound.addAll(SampleJpegs.kinds(33, 50));
        sound.addAll(SampleJpegs.kinds(8, 8));
        Mutant mutants = new Mutant(sound, 20261121);
        List<byte[]> accepted = new ArrayList<>();
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutants.next();
            boolean taken = stamp(mutant, i % 5 == 0 ? Orientation.RIGHT_TOP : Orientation.TOP_LEFT);
            if (taken
                    && accepted.size() < CHECKED_BY_DJPEG
                    && sound.stream().noneMatch(s -> Arrays.equals(s, mutant))) {
                accepted.add(mutant);
            }
        }
        System.out.printf(
                "%d mutants: %d stamped, %d refused, %d left to the pixel stamper; longest %d ms%n",
                MUTANTS, stamped, refused, unsupported, TimeUnit.NANOSECONDS.toMillis(longest));
        assertThat(stamped).isGreaterThan(MUTANTS / 20);
        assertThat(refused).isGreaterThan(MUTANTS / 3);
        assertThat(longest).as("nanoseconds of the slowest").isLessThan(MAX_NANOS);
        checkByDjpeg(accepted);
    }

    private boolean stamp(byte[] mutant, Orientation orientation) {
        long began = CLOCK.getCurrentThreadCpuTime();
        try {
            StampedPicture picture =
                    stamper.stampCoefficients(new JpegFacts(JpegFile.parse(mutant, PictureLimits.NONE), orientation));
            assertThat(picture.bytes().length).isLessThanOrEqualTo(mutant.length * 3 / 2 + (16 << 10));
            stamped++;
            return true;
        } catch (PictureException refusal) {
            assertThat(refusal.kind()).isEqualTo(PictureException.Kind.UNREADABLE);
            assertThat(refusal).hasMessageStartingWith("JPEG: ");
            refused++;
        } catch (UnsupportedCoding | NotEncodable e) {
            unsupported++;
        } finally {
            longest = Math.max(longest, CLOCK.getCurrentThreadCpuTime() - began);
        }
        return false;
    }

    private static void checkByDjpeg(List<byte[]> accepted) throws IOException, InterruptedException {
        Path folder = Path.of("target", "accepted-mutants");
        int refusedThere = 0;
        for (int i = 0; i < accepted.size(); i++) {
            Path file = Files.createDirectories(folder).resolve("mutant.jpg");
            Files.write(file, accepted.get(i));
            Process djpeg = new ProcessBuilder("djpeg", "-strict", "-outfile", "/dev/null", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(djpeg.getInputStream().readAllBytes());
            if (djpeg.waitFor() != 0 || !said.isBlank()) {
                Files.copy(file, folder.resolve("refused-" + refusedThere++ + ".jpg"));
                System.out.println("djpeg -strict refuses accepted mutant " + i + ": " + said.strip());
            }
        }
        assertThat(refusedThere).as("accepted here, refused by djpeg -strict").isZero();
    }
}
