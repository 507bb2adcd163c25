package org.medexam.smp.imaging.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.coefficient.SampleJpegs;
import org.medexam.smp.imaging.coefficient.write.NotEncodable;
import org.medexam.smp.imaging.inspect.Orientation;
import org.medexam.smp.imaging.inspect.PictureFormat;
import org.medexam.smp.imaging.inspect.TestJpeg;
import org.medexam.smp.imaging.inspect.TestPictures;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.jpeg.Segment;
import org.medexam.smp.imaging.jpeg.scan.UnsupportedCoding;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.imaging.pixel.PixelGrid;

class CoefficientStamperTest {

    private final DistrictMark mark = Stamping.mark("one district's secret");
    private final Stamper pixels = new PixelStamper(Stamping.PERMITS, mark);
    private final CoefficientStamper stamper = new CoefficientStamper(pixels, Stamping.PERMITS, mark);

    private StampedPicture stamp(byte[] picture) {
        return stamper.stamp(Stamping.inspect(picture));
    }

    private StampedPicture stampCoefficients(byte[] jpeg) {
        return stamper.stampCoefficients(Stamping.jpeg(jpeg));
    }

    @Test
    void changesNoSampleBesideTheMark() {
        for (byte[] jpeg : SampleJpegs.kinds(643, 481)) {
            byte[] stamped = stampCoefficients(jpeg).bytes();
            int[] before = SampleJpegs.band(jpeg, 0);
            int[] after = SampleJpegs.band(stamped, 0);
            boolean[] touched = new boolean[81 * 61];
            for (int i = 0; i < before.length; i++) {
                touched[i / 643 / 8 * 81 + i % 643 / 8] |= before[i] != after[i];
            }
            int blocks = 0;
            for (boolean block : touched) {
                blocks += block ? 1 : 0;
            }
            // a JPEG made of pixels again would differ nearly everywhere
            assertThat(blocks / (double) touched.length).isBetween(0.07, 0.20);
            for (int band = 1; band < SampleJpegs.bands(jpeg); band++) {
                assertThat(SampleJpegs.band(stamped, band)).isEqualTo(SampleJpegs.band(jpeg, band));
            }
        }
    }

    /** Both stampers draw the same text at the same positions with about the same strength. */
    @Test
    void marksLikeThePixelStamper() {
        for (byte[] jpeg : SampleJpegs.kinds(640, 480)) {
            StampedPicture one = stampCoefficients(jpeg);
            StampedPicture other = pixels.stamp(Stamping.inspect(jpeg));
            assertThat(one.width()).isEqualTo(other.width());
            assertThat(one.height()).isEqualTo(other.height());
            assertThat(one.format()).isEqualTo(other.format());
            double[] byCoefficients = darkened(jpeg, one.bytes());
            double[] byPixels = darkened(jpeg, other.bytes());
            assertThat(sum(byCoefficients)).isBetween(0.6 * sum(byPixels), 1.4 * sum(byPixels));
            double both = 0;
            for (int i = 0; i < byPixels.length; i++) {
                both += Math.min(byCoefficients[i], byPixels[i]);
            }
            assertThat(both / sum(byPixels)).as("share at the same places").isGreaterThan(0.6);
        }
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    /** For each block the number of visibly changed samples. */
    private static double[] darkened(byte[] before, byte[] after) {
        PixelGrid a = Stamping.decode(before);
        PixelGrid b = Stamping.decode(after);
        double[] counts = new double[(a.width() + 7) / 8 * ((a.height() + 7) / 8)];
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                boolean seen = Math.abs(Stamping.luma(a, x, y) - Stamping.luma(b, x, y)) > 12;
                counts[y / 8 * ((a.width() + 7) / 8) + x / 8] += seen ? 1 : 0;
            }
        }
        return counts;
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void appliesTheOrientationBeforeTheMark(Orientation orientation) {
        byte[] plain = TestJpeg.of(TestPictures.quadrants(320, 192)).bytes();
        byte[] jpeg = TestJpeg.insert(plain, 0xE1, TestJpeg.exif(orientation.exif()));
        StampedPicture stamped = stampCoefficients(jpeg);

        assertThat(stamped.width()).isEqualTo(orientation.swapsSides() ? 192 : 320);
        assertThat(Stamping.inspect(stamped.bytes()).orientation()).isEqualTo(Orientation.TOP_LEFT);
        PixelGrid upright = Stamping.decode(jpeg);
        PixelGrid turned = Stamping.decode(stamped.bytes());
        assertThat(turned.width()).isEqualTo(upright.width());
        int far = 0;
        for (int i = 0; i < upright.samples().length; i++) {
            far += Math.abs((upright.samples()[i] & 0xFF) - (turned.samples()[i] & 0xFF)) > 8 ? 1 : 0;
        }
        assertThat(far / (double) upright.samples().length)
                .as("share that the mark changes")
                .isLessThan(0.25);
    }

    @Test
    void rotatesPixelsIfTheTransformIsNotLossless() {
        byte[] plain = TestJpeg.of(TestPictures.quadrants(321, 190)).bytes();
        byte[] jpeg = TestJpeg.insert(plain, 0xE1, TestJpeg.exif(6));

        assertThatThrownBy(() -> stampCoefficients(jpeg)).isInstanceOf(UnsupportedCoding.class);
        assertThat(stamp(jpeg).width()).isEqualTo(190);
    }

    @Test
    void leavesNoMetadata() {
        byte[] secret = "PLANTED-SECRET-4711".getBytes(StandardCharsets.US_ASCII);
        for (byte[] kind : SampleJpegs.kinds(200, 150)) {
            byte[] jpeg = kind;
            for (int marker = 0xE1; marker <= 0xEF; marker++) {
                jpeg = TestJpeg.insert(jpeg, marker, TestJpeg.concat(new byte[] {'X', 'M', 'P', 0}, secret));
            }
            jpeg = TestJpeg.insert(jpeg, 0xE0, TestJpeg.concat("JFXX\0".getBytes(StandardCharsets.US_ASCII), secret));
            jpeg = TestJpeg.insert(jpeg, 0xFE, secret);
            jpeg = TestJpeg.concat(jpeg, secret);
            byte[] stamped = stampCoefficients(jpeg).bytes();

            assertThat(new String(stamped, StandardCharsets.ISO_8859_1)).doesNotContain("PLANTED");
            assertThat(JpegFile.parse(stamped, PictureLimits.NONE).segments())
                    .extracting(Segment::marker)
                    .isSubsetOf(0xE0, 0xDB, 0xC0, 0xC4, 0xDA, 0xDD);
        }
    }

    @Test
    void removesTheThumbnailOfJfif() {
        byte[] jpeg = TestJpeg.of(SampleJpegs.noisy(64, 64, false)).bytes();
        int app0 = TestJpeg.find(jpeg, 0xE0);
        byte[] thumbnail = new byte[3 * 8 * 8];
        Arrays.fill(thumbnail, (byte) 0x5A);
        byte[] head = Arrays.copyOfRange(jpeg, app0 + 4, app0 + 16);
        byte[] bare = TestJpeg.concat(Arrays.copyOf(jpeg, 2), Arrays.copyOfRange(jpeg, app0 + 18, jpeg.length));
        byte[] with = TestJpeg.insert(bare, 0xE0, TestJpeg.concat(head, new byte[] {8, 8}, thumbnail));

        String stamped = new String(stampCoefficients(with).bytes(), StandardCharsets.ISO_8859_1);
        assertThat(stamped).contains("JFIF").doesNotContain("ZZZZ");
    }

    @Test
    void keepsAColourProfileThatChangesColoursAndDropsSrgb() {
        byte[] jpeg = TestJpeg.of(SampleJpegs.noisy(64, 64, false)).bytes();
        byte[] profile = profile("Display P3");

        assertThat(text(stampCoefficients(TestJpeg.insert(jpeg, 0xE2, TestJpeg.icc(profile, 1, 1)))))
                .contains("ICC_PROFILE")
                .contains("Display P3");
        assertThat(text(stampCoefficients(TestJpeg.insert(jpeg, 0xE2, TestJpeg.icc(profile("sRGB"), 1, 1)))))
                .doesNotContain("ICC_PROFILE");
        assertThat(text(stampCoefficients(TestJpeg.insert(jpeg, 0xE2, TestJpeg.icc(profile, 2, 2)))))
                .as("half a profile")
                .doesNotContain("ICC_PROFILE");
    }

    private static String text(StampedPicture picture) {
        return new String(picture.bytes(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] profile(String description) {
        byte[] profile = new byte[200];
        profile[3] = (byte) profile.length;
        System.arraycopy("RGB ".getBytes(StandardCharsets.US_ASCII), 0, profile, 16, 4);
        System.arraycopy("acsp".getBytes(StandardCharsets.US_ASCII), 0, profile, 36, 4);
        byte[] text = description.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, profile, 140, text.length);
        return profile;
    }

    @Test
    void passesCmykAndPngToThePixelStamper() {
        byte[] red = TestJpeg.inks(300, 200, new int[] {255, 0, 0, 255}, 0);
        PixelGrid decoded = Stamping.decode(stamp(red).bytes());
        assertThat(decoded.samples()[3 * (5 * 300 + 5) + 2] & 0xFF).isGreaterThan(200);

        assertThat(stamp(TestPictures.scan(300, 200)).format()).isEqualTo(PictureFormat.PNG);
    }

    @Test
    void positionsTheMarkByPictureAndDistrict() {
        byte[] jpeg = TestJpeg.of(SampleJpegs.noisy(640, 480, false)).bytes();
        byte[] another =
                TestJpeg.of(SampleJpegs.noisy(640, 480, false)).quality(0.91).bytes();

        assertThat(stampCoefficients(jpeg).bytes())
                .isEqualTo(stampCoefficients(jpeg).bytes());
        assertThat(marked(jpeg, stamper)).isNotEqualTo(marked(another, stamper));
        assertThat(marked(jpeg, stamper))
                .isNotEqualTo(marked(
                        jpeg,
                        new CoefficientStamper(pixels, Stamping.PERMITS, Stamping.mark("another district's one"))));
    }

    /** The blocks that the mark changes. */
    private static boolean[] marked(byte[] jpeg, CoefficientStamper stamper) {
        int[] before = SampleJpegs.band(jpeg, 0);
        int[] after =
                SampleJpegs.band(stamper.stampCoefficients(Stamping.jpeg(jpeg)).bytes(), 0);
        boolean[] touched = new boolean[80 * 60];
        for (int i = 0; i < before.length; i++) {
            touched[i / 640 / 8 * 80 + i % 640 / 8] |= before[i] != after[i];
        }
        return touched;
    }

    @Test
    void limitsTheLengthOfItsOutput() {
        for (int side : new int[] {64, 640, 3000}) {
            BufferedImage flat = TestPictures.plain(side, side, Color.LIGHT_GRAY);
            for (byte[] jpeg : new byte[][] {
                TestJpeg.of(flat).bytes(),
                TestJpeg.of(flat).progressive().bytes(),
                TestJpeg.of(flat).quality(1).bytes()
            }) {
                try {
                    assertThat(stampCoefficients(jpeg).bytes().length)
                            .isLessThanOrEqualTo(jpeg.length * 3 / 2 + (16 << 10));
                } catch (NotEncodable e) {
                    assertThat(stamp(jpeg).width()).isEqualTo(side);
                }
            }
        }
    }

    @Test
    void doesNotAlterTheReceivedBytes() {
        for (byte[] jpeg : SampleJpegs.kinds(200, 150)) {
            byte[] before = jpeg.clone();
            stamp(jpeg);
            assertThat(jpeg).isEqualTo(before);
        }
    }

    @Test
    void stampsTheSmallestPictures() {
        for (int[] size : new int[][] {{1, 1}, {3, 2}, {1, 500}, {500, 1}, {17, 33}}) {
            for (byte[] jpeg : SampleJpegs.kinds(size[0], size[1])) {
                PixelGrid decoded = Stamping.decode(stamp(jpeg).bytes());
                assertThat(decoded.width()).isEqualTo(size[0]);
                assertThat(decoded.height()).isEqualTo(size[1]);
            }
        }
    }

    @Test
    void refusesTruncatedData() {
        byte[] jpeg = TestJpeg.of(SampleJpegs.noisy(200, 150, false)).bytes();
        byte[] cut = TestJpeg.concat(Arrays.copyOf(jpeg, jpeg.length / 2), new byte[] {(byte) 0xFF, (byte) 0xD9});

        assertThatThrownBy(() -> stamp(cut))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("the data end in row");
    }

    @Test
    void stampsItsOwnOutput() {
        for (byte[] jpeg : SampleJpegs.kinds(200, 150)) {
            byte[] stamped = stampCoefficients(jpeg).bytes();
            assertThat(JpegFile.parse(stamped, PictureLimits.NONE).frame().width())
                    .isEqualTo(200);
            stampCoefficients(stamped);
        }
    }
}
