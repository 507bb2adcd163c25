package org.medexam.smp.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureInspector;
import org.medexam.smp.imaging.pixel.DecodePermits;
import org.medexam.smp.imaging.stamp.CoefficientStamper;
import org.medexam.smp.imaging.stamp.PixelStamper;

/** What the first picture of all waits for, in a JVM of its own that has prepared the engine as the server does. */
final class FirstPicture {

    private FirstPicture() {}

    /** @return milliseconds on the wall's clock */
    static double millis(Path picture) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        FirstPicture.class.getName(),
                        picture.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the fresh JVM failed");
        }
        return Double.parseDouble(answer);
    }

    public static void main(String[] picture) throws IOException {
        DecodePermits permits = new DecodePermits(1L << 28, Duration.ofMinutes(1));
        CoefficientStamper stamper =
                new CoefficientStamper(new PixelStamper(permits, Engine.mark()), permits, Engine.mark());
        stamper.warmUp();
        byte[] received = Files.readAllBytes(Path.of(picture[0]));
        PictureFacts facts =
                new PictureInspector(PictureLimits.DEFAULT.withMaxBytes(received.length)).inspect(received);
        long began = System.nanoTime();
        stamper.stamp(facts);
        System.out.println((System.nanoTime() - began) / 1e6);
    }
}
