package org.medexam.smp.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.coefficient.block.BlockEdit;
import org.medexam.smp.imaging.coefficient.copy.StreamingEditor;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureInspector;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.jpeg.scan.DecodableJpeg;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The engine's steps one by one, on a drawn picture of 1600 × 1200 pixels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineBenchmark {

    private final StreamingEditor editor = new StreamingEditor();
    private final Engine engine = Engine.coefficients();
    private byte[] picture;
    private Sample sample;

    public static void main(String[] ignored) throws RunnerException {
        new Runner(new OptionsBuilder().include(EngineBenchmark.class.getName()).build()).run();
    }

    @Setup
    public void draw() throws IOException {
        BufferedImage image = new BufferedImage(1600, 1200, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(245, 240, 225));
        graphics.fillRect(0, 0, 1600, 1200);
        Random random = new Random(3);
        graphics.setColor(Color.DARK_GRAY);
        for (int i = 0; i < 3000; i++) {
            graphics.fillRect(random.nextInt(1600), random.nextInt(60) * 20, 4 + random.nextInt(12), 9);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        picture = bytes.toByteArray();
        PictureFacts facts = new PictureInspector(PictureLimits.DEFAULT.withMaxBytes(1 << 24)).inspect(picture);
        sample = new Sample(0, null, facts, null);
    }

    @Benchmark
    public JpegFile parse() {
        return JpegFile.parse(picture, PictureLimits.NONE);
    }

    @Benchmark
    public byte[] parseAndCopy() {
        return editor.edit(DecodableJpeg.of(parse()), BlockEdit.NONE, 2 * picture.length);
    }

    @Benchmark
    public byte[] stamp() {
        return engine.stamped(sample);
    }
}
