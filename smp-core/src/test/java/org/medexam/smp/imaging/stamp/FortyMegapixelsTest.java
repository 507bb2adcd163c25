package org.medexam.smp.imaging.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.PictureInspector;
import org.medexam.smp.imaging.inspect.TestJpeg;
import org.medexam.smp.imaging.inspect.TestPictures;
import org.medexam.smp.imaging.inspect.TestPng;
import org.medexam.smp.imaging.pixel.DecodePermits;

/** The largest pictures that are accepted, in the heap of a small server. */
class FortyMegapixelsTest {

    private static final int WIDTH = 8000;
    private static final int HEIGHT = 5000;

    /** Stamps files in a process of its own. */
    public static final class InSmallHeap {

        private InSmallHeap() {}

        public static void main(String[] files) throws IOException {
            PictureInspector inspector = new PictureInspector(new PictureLimits(4 << 20, 40_000_000, 16_384));
            DecodePermits permits = new DecodePermits(256 << 20, Duration.ofSeconds(1));
            Stamper stamper = new PixelStamper(permits, Stamping.mark("one district's secret"));
            Thumbnailer thumbnailer = new Thumbnailer(permits);
            for (String file : files) {
                byte[] received = Files.readAllBytes(Path.of(file));
                StampedPicture stamped = stamper.stamp(inspector.inspect(received));
                byte[] thumbnail = thumbnailer.thumbnail(stamped.bytes());
                System.out.println(stamped.width() + "x" + stamped.height() + " " + (thumbnail.length > 500));
            }
        }
    }

    @Test
    void fitIntoHalfAGigabyte(@TempDir Path folder) throws Exception {
        byte[] jpeg = TestJpeg.of(TestPictures.plain(WIDTH, HEIGHT, Color.PINK))
                .quality(0.5)
                .bytes();
        Path turned = Files.write(folder.resolve("turned.jpg"), TestJpeg.insert(jpeg, 0xE1, TestJpeg.exif(6)));
        Path png = Files.write(folder.resolve("deep.png"), deepPng());

        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InSmallHeap.class.getName(),
                        turned.toString(),
                        png.toString()))
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "log"))
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readAllLines(folder.resolve("log"))).containsExactly("5000x8000 true", "8000x5000 true");
    }

    /** 16-bit RGBA: 320 MB inflated. */
    private static byte[] deepPng() {
        byte[] raw = new byte[HEIGHT * (1 + 8 * WIDTH)];
        java.util.Arrays.fill(raw, (byte) 200);
        for (int row = 0; row < HEIGHT; row++) {
            raw[row * (1 + 8 * WIDTH)] = 0;
        }
        return TestPng.file(
                TestPng.header(WIDTH, HEIGHT, 16, 6, 0),
                TestPng.chunk("IDAT", TestPng.deflated(raw)),
                TestPng.chunk("IEND"));
    }
}
