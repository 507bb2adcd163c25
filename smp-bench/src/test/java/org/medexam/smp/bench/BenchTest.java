package org.medexam.smp.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench in its short form, without sharp, which npm would have to fetch: it runs, and what it compares is stamped. */
class BenchTest {

    @Test
    void comparesEveryKindOfPicture(@TempDir Path folder) throws Exception {
        Report report = new Report();
        List<Sample> samples =
                Bench.samples(new DrawnPictures(folder.resolve("drawn"), 1).drawn(), new Tiles(folder), report);
        List<Peer> peers = Bench.inThisProcess();

        new Bench(samples, peers, Pace.SHORT, report).run();

        for (Kind kind : Kind.values()) {
            assertThat(report.text()).contains("\n" + kind + ", ");
        }
        assertThat(peers)
                .allSatisfy(peer -> assertThat(report.text().lines().filter(line -> line.startsWith(peer.name())))
                        .hasSize(Kind.values().length));
        assertThat(report.text())
                .containsPattern("Bytes out / in over all pictures: [0-9]\\.[0-9]{3}")
                .contains("4 threads stamp ", "The first picture after the start: ");
        assertThat(report.text().lines().filter(line -> line.startsWith("SMP, coefficients")))
                .first()
                .asString()
                .contains("lossless");
        report.plot(folder.resolve("bars"));
        assertThat(ImageIO.read(folder.resolve("bars.png").toFile()).getWidth()).isEqualTo(1000);
    }

    @Test
    void measuresPicturesOfAnySizeAndNamesThoseThatAPeerDoesNotDecode(@TempDir Path folder) throws Exception {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        for (int side : new int[] {1, 20}) {
            BufferedImage image = new BufferedImage(side, 2 * side, BufferedImage.TYPE_3BYTE_BGR);
            ImageIO.write(image, "jpg", pictures.resolve(side + ".jpg").toFile());
            ImageIO.write(image, "png", pictures.resolve(side + ".png").toFile());
        }
        Files.write(pictures.resolve("profile.jpg"), wrongProfile());
        Files.writeString(pictures.resolve("text.jpg"), "no picture");
        Report report = new Report();
        List<Sample> samples = Bench.samples(pictures, new Tiles(folder), report);

        new Bench(samples, Bench.inThisProcess(), Pace.SHORT, report).run();

        assertThat(samples).hasSize(5);
        assertThat(report.text())
                .contains("upright, 2 pictures", "PNG, 2 pictures")
                .containsPattern("Not measured: profile.jpg \\(ImageIO")
                .contains("Not measured: text.jpg (SMP: ");
    }

    /** A JPEG with a wrongly numbered part of a colour profile, for which ImageIO throws. */
    private static byte[] wrongProfile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR), "jpg", bytes);
        byte[] jpeg = bytes.toByteArray();
        byte[] profile = "\u00FF\u00E2\0\u0010ICC_PROFILE\0\u0009\u0004".getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(jpeg.length + profile.length)
                .put(jpeg, 0, 2)
                .put(profile)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
