package org.medexam.smp.imaging.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.Orientation;
import org.medexam.smp.imaging.inspect.PictureFormat;
import org.medexam.smp.imaging.inspect.TestJpeg;
import org.medexam.smp.imaging.inspect.TestPictures;
import org.medexam.smp.imaging.inspect.TestPng;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.jpeg.Segment;
import org.medexam.smp.imaging.pixel.PixelGrid;
import org.medexam.smp.imaging.png.PngChunk;
import org.medexam.smp.imaging.png.PngFile;

class PixelStamperTest {

    private static final byte[] SECRET = "PLANTED-SECRET-4711".getBytes(StandardCharsets.US_ASCII);

    private final Stamping stamping = new Stamping();

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void writesUprightPicturesWithoutOrientation(Orientation orientation) {
        byte[] jpeg = TestJpeg.insert(TestPictures.photo(300, 200), 0xE1, TestJpeg.exif(orientation.exif()));
        StampedPicture stamped = stamping.stamp(jpeg);

        assertThat(stamped.width()).isEqualTo(orientation.swapsSides() ? 200 : 300);
        assertThat(stamped.height()).isEqualTo(orientation.swapsSides() ? 300 : 200);
        PixelGrid decoded = Stamping.decode(stamped.bytes());
        assertThat(decoded.width()).isEqualTo(stamped.width());
        assertThat(decoded.height()).isEqualTo(stamped.height());
        assertThat(Stamping.inspect(stamped.bytes()).orientation()).isEqualTo(Orientation.TOP_LEFT);
    }

    @Test
    void leavesNoMetadataInAJpeg() {
        byte[] jpeg = TestPictures.photo(200, 150);
        for (int marker = 0xE1; marker <= 0xEF; marker++) {
            jpeg = TestJpeg.insert(jpeg, marker, TestJpeg.concat(new byte[] {'X', 'M', 'P', 0}, SECRET));
        }
        jpeg = TestJpeg.insert(jpeg, 0xFE, SECRET);
        jpeg = TestJpeg.insert(jpeg, 0xE1, TestJpeg.concat(TestJpeg.exif(1), SECRET));
        jpeg = TestJpeg.concat(jpeg, SECRET);
        byte[] stamped = stamping.stamp(jpeg).bytes();

        assertHolds(jpeg, true);
        assertHolds(stamped, false);
        assertThat(JpegFile.parse(stamped, PictureLimits.NONE).segments())
                .extracting(Segment::marker)
                .containsOnly(0xE0, 0xDB, 0xC0, 0xC4, 0xDA);
    }

    @Test
    void leavesNoMetadataInAPng() {
        byte[] png = TestPng.of(200, 150, 0, 8)
                .samples((x, y, c) -> x)
                .with("tEXt", TestJpeg.concat(new byte[] {'k', 0}, SECRET))
                .with("iTXt", TestJpeg.concat(new byte[] {'X', 'M', 'L', 0, 0, 0, 0, 0}, SECRET))
                .with("eXIf", TestJpeg.concat(Arrays.copyOfRange(TestJpeg.exif(1), 6, 44), SECRET))
                .with("prVt", SECRET)
                .bytes();
        png = TestJpeg.concat(png, SECRET);
        byte[] stamped = stamping.stamp(png).bytes();

        assertHolds(png, true);
        assertHolds(stamped, false);
        assertThat(PngFile.parse(stamped, PictureLimits.NONE).chunks())
                .extracting(PngChunk::type)
                .isSubsetOf("IHDR", "PLTE", "IDAT", "IEND");
    }

    private static void assertHolds(byte[] bytes, boolean held) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text.contains(new String(SECRET, StandardCharsets.US_ASCII))).isEqualTo(held);
    }

    @Test
    void doesNotAlterTheReceivedBytes() {
        for (byte[] picture : List.of(TestPictures.photo(200, 150), TestPictures.scan(200, 150))) {
            byte[] before = picture.clone();
            stamping.stamp(picture);
            assertThat(picture).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "1, 500", "500, 1", "15, 16", "17, 33", "7, 300"})
    void stampsTheSmallestPictures(int width, int height) {
        BufferedImage image = TestPictures.plain(width, height, Color.WHITE);
        for (byte[] picture : List.of(TestJpeg.of(image).bytes(), Stamping.png(image))) {
            StampedPicture stamped = stamping.stamp(picture);
            assertThat(Stamping.decode(stamped.bytes()).width()).isEqualTo(width);
            assertThat(stamped.height()).isEqualTo(height);
        }
    }

    @Test
    void keepsGreyJpegsGrey() {
        BufferedImage grey = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY);
        StampedPicture stamped = stamping.stamp(TestJpeg.of(grey).bytes());

        assertThat(Stamping.inspect(stamped.bytes()).grey()).isTrue();
        assertThat(stamped.format()).isEqualTo(PictureFormat.JPEG);
    }

    @Test
    void stampsCmyk() {
        byte[] red = TestJpeg.inks(300, 200, new int[] {255, 0, 0, 255}, 0);
        PixelGrid decoded = Stamping.decode(stamping.stamp(red).bytes());

        assertThat(decoded.bands()).isEqualTo(3);
        int middle = 3 * (5 * 300 + 5);
        assertThat(decoded.samples()[middle + 2] & 0xFF).isGreaterThan(200);
    }

    @Test
    void keepsScansAndScreenshotsPng() {
        byte[] oneBit =
                TestPng.of(600, 400, 0, 1).samples((x, y, c) -> x / 7 % 2).bytes();
        byte[] palette = TestPng.of(600, 400, 3, 2)
                .samples((x, y, c) -> x / 100 % 2)
                .with("PLTE", (byte) 200, (byte) 20, (byte) 20, (byte) 240, (byte) 240, (byte) 200)
                .bytes();
        byte[] grey =
                TestPng.of(600, 400, 0, 8).samples((x, y, c) -> (x + y) / 4).bytes();

        for (byte[] png : List.of(oneBit, palette, grey, TestPictures.scan(600, 400))) {
            StampedPicture stamped = stamping.stamp(png);
            assertThat(stamped.format()).isEqualTo(PictureFormat.PNG);
            assertThat(stamped.bytes().length).isLessThan(50_000);
        }
        assertThat(Stamping.inspect(stamping.stamp(grey).bytes()).grey()).isTrue();
    }

    @Test
    void writesAPngPhotographAsJpeg() {
        java.util.Random noise = new java.util.Random(3);
        byte[] png = TestPng.of(300, 200, 2, 8)
                .samples((x, y, c) -> 100 + (x + y + 40 * c) / 8 + noise.nextInt(20))
                .bytes();
        StampedPicture stamped = stamping.stamp(png);

        assertThat(stamped.format()).isEqualTo(PictureFormat.JPEG);
        assertThat(stamped.bytes().length).isLessThan(png.length / 3);
    }

    /** A picture of low quality is not encoded with a higher one. */
    @Test
    void doesNotRaiseTheQuality() {
        for (double quality : new double[] {0.6, 0.75, 0.9}) {
            byte[] jpeg = TestJpeg.of(TestPictures.certificate(1200, 900))
                    .quality(quality)
                    .bytes();
            assertThat(stamping.stamp(jpeg).bytes().length).isLessThan(jpeg.length * 3);
        }
    }

    @Test
    void refusesWhatDoesNotDecode() {
        byte[] jpeg = TestPictures.photo(200, 150);
        int scan = TestJpeg.find(jpeg, 0xDA);
        Arrays.fill(jpeg, scan + 200, jpeg.length - 200, (byte) 0x55);

        assertThatThrownBy(() -> stamping.stamp(jpeg))
                .isInstanceOfSatisfying(
                        PictureException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(PictureException.Kind.UNREADABLE));
    }
}
