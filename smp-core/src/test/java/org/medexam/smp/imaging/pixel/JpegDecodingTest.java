package org.medexam.smp.imaging.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.medexam.smp.imaging.inspect.TestPictures.QUADRANTS;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.Orientation;
import org.medexam.smp.imaging.inspect.PictureInspector;
import org.medexam.smp.imaging.inspect.TestJpeg;
import org.medexam.smp.imaging.inspect.TestPictures;

class JpegDecodingTest {

    private static final BufferedImage IMAGE = TestPictures.quadrants(100, 60);
    private static final byte[] JPEG = TestJpeg.of(IMAGE).bytes();

    private static void assertQuadrants(PixelGrid grid, int... order) {
        int[][] places = {{1, 1}, {3, 1}, {1, 3}, {3, 3}};
        for (int i = 0; i < 4; i++) {
            int x = grid.width() * places[i][0] / 4;
            int y = grid.height() * places[i][1] / 4;
            Decoding.assertColour(grid, x, y, QUADRANTS.get(order[i]), 10);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, 1, 1, 0",
        "false, 2, 1, 0",
        "false, 2, 2, 0",
        "false, 2, 2, 3",
        "false, 1, 2, 1",
        "true, 1, 1, 0",
        "true, 2, 1, 0",
        "true, 2, 2, 0",
        "true, 2, 2, 5"
    })
    void decodesEveryCoding(boolean progressive, int horizontal, int vertical, int restart) {
        TestJpeg jpeg = TestJpeg.of(IMAGE).sampling(horizontal, vertical).restartEvery(restart);
        byte[] bytes = (progressive ? jpeg.progressive() : jpeg).bytes();
        boolean restarts = false;
        for (int i = 0; i + 1 < bytes.length; i++) {
            restarts |= bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xD0;
        }

        assertThat(restarts).isEqualTo(restart > 0);
        assertQuadrants(Decoding.decode(bytes), 0, 1, 2, 3);
    }

    @Test
    void keepsGreyGrey() {
        BufferedImage grey = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 40, 30, 0, filled(40 * 30, 77));

        for (TestJpeg jpeg : List.of(TestJpeg.of(grey), TestJpeg.of(grey).progressive())) {
            PixelGrid grid = Decoding.decode(jpeg.bytes());
            assertThat(grid.bands()).isEqualTo(1);
            Decoding.assertColour(grid, 20, 20, new Color(77, 77, 77), 1);
        }
    }

    private static int[] filled(int length, int value) {
        int[] values = new int[length];
        Arrays.fill(values, value);
        return values;
    }

    /** Compares the quadrants at top left, top right, bottom left, bottom right. */
    @ParameterizedTest
    @EnumSource(Orientation.class)
    void appliesTheOrientation(Orientation orientation) {
        int[] seen = switch (orientation) {
            case TOP_LEFT -> new int[] {0, 1, 2, 3};
            case TOP_RIGHT -> new int[] {1, 0, 3, 2};
            case BOTTOM_RIGHT -> new int[] {3, 2, 1, 0};
            case BOTTOM_LEFT -> new int[] {2, 3, 0, 1};
            case LEFT_TOP -> new int[] {0, 2, 1, 3};
            case RIGHT_TOP -> new int[] {2, 0, 3, 1};
            case RIGHT_BOTTOM -> new int[] {3, 1, 2, 0};
            case LEFT_BOTTOM -> new int[] {1, 3, 0, 2};
        };
        PixelGrid grid = Decoding.decode(TestJpeg.insert(JPEG, 0xE1, TestJpeg.exif(orientation.exif())));

        assertThat(grid.width()).isEqualTo(orientation.swapsSides() ? 60 : 100);
        assertThat(grid.height()).isEqualTo(orientation.swapsSides() ? 100 : 60);
        assertQuadrants(grid, seen);
    }

    /** As Adobe writes them: 255 is no ink. */
    @ParameterizedTest
    @CsvSource({
        "255, 255, 255, 255, 255, 255, 255", "255, 255, 255, 0, 0, 0, 0", "0, 255, 255, 255, 0, 255, 255",
        "255, 0, 255, 255, 255, 0, 255", "255, 255, 0, 255, 255, 255, 0", "200, 100, 50, 128, 100, 50, 25"
    })
    void convertsCmykAndYcck(int cyan, int magenta, int yellow, int black, int red, int green, int blue) {
        int[] inks = {cyan, magenta, yellow, black};
        Color expected = new Color(red, green, blue);

        Decoding.assertColour(Decoding.decode(TestJpeg.inks(40, 30, inks, 0)), 20, 15, expected, 3);
        Decoding.assertColour(Decoding.decode(TestJpeg.inks(40, 30, ycck(inks), 2)), 20, 15, expected, 4);
        // without Adobe's segment every viewer takes the inks the same way
        byte[] nameless = TestJpeg.inks(40, 30, inks, 0);
        nameless[6] = 'X';
        Decoding.assertColour(Decoding.decode(nameless), 20, 15, expected, 3);
    }

    private static int[] ycck(int[] inks) {
        double y = 0.299 * inks[0] + 0.587 * inks[1] + 0.114 * inks[2];
        double cb = 128 + (inks[2] - y) / 1.772;
        double cr = 128 + (inks[0] - y) / 1.402;
        return new int[] {(int) Math.round(y), clamped(cb), clamped(cr), inks[3]};
    }

    private static int clamped(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    @Test
    void convertsCmykByItsProfile() {
        byte[] profile = TestProfiles.greenInks();
        byte[] jpeg = TestJpeg.inks(40, 30, new int[] {0, 255, 255, 255}, 0);
        byte[] paper = TestJpeg.inks(40, 30, new int[] {255, 255, 255, 255}, 0);

        // what would be cyan is green with the inks of this profile
        PixelGrid green = Decoding.decode(TestJpeg.insert(jpeg, 0xE2, TestJpeg.icc(profile, 1, 1)));
        Color seen = Decoding.at(green, 20, 15);
        assertThat(seen.getGreen()).isGreaterThan(100);
        assertThat(seen.getRed()).isLessThan(60);
        assertThat(seen.getBlue()).isLessThan(80);
        Decoding.assertColour(
                Decoding.decode(TestJpeg.insert(paper, 0xE2, TestJpeg.icc(profile, 1, 1))), 20, 15, Color.WHITE, 4);
    }

    @Test
    void doesNotConvertRgbComponents() {
        byte[] jpeg = TestJpeg.of(TestPictures.plain(40, 30, new Color(80, 128, 128)))
                .sampling(1, 1)
                .bytes();
        int app0 = TestJpeg.find(jpeg, 0xE0);
        byte[] bare = TestJpeg.concat(Arrays.copyOf(jpeg, app0), Arrays.copyOfRange(jpeg, app0 + 18, jpeg.length));

        PixelGrid grid = Decoding.decode(TestJpeg.insert(bare, 0xEE, TestJpeg.adobe(0)));
        // the luma of the colour, and its two differences, taken for red, green and blue
        int y = (int) Math.round(0.299 * 80 + 0.701 * 128);
        Decoding.assertColour(grid, 20, 15, new Color(y, 136, 104), 4);
    }

    @Test
    void convertsColoursAndGreysByTheirProfile() {
        // 55 in linear light is 128 in sRGB
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] jpeg =
                TestJpeg.of(TestPictures.plain(70, 50, new Color(55, 55, 55))).bytes();
        byte[] grey = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        BufferedImage greyImage = new BufferedImage(70, 50, BufferedImage.TYPE_BYTE_GRAY);
        greyImage.getRaster().setSamples(0, 0, 70, 50, 0, filled(70 * 50, 55));

        PixelGrid colours = Decoding.decode(TestJpeg.insert(jpeg, 0xE2, TestJpeg.icc(linear, 1, 1)));
        PixelGrid greys =
                Decoding.decode(TestJpeg.insert(TestJpeg.of(greyImage).bytes(), 0xE2, TestJpeg.icc(grey, 1, 1)));

        Decoding.assertColour(colours, 3, 3, new Color(128, 128, 128), 3);
        Decoding.assertColour(colours, 66, 48, new Color(128, 128, 128), 3);
        Decoding.assertColour(greys, 66, 48, new Color(128, 128, 128), 3);
    }

    /** With any of these segments the JDK's reader throws. */
    @Test
    void ignoresDamagedApplicationSegments() {
        byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        byte[] misnumbered = TestJpeg.insert(
                TestJpeg.insert(JPEG, 0xE2, TestJpeg.icc(Arrays.copyOfRange(srgb, 2000, srgb.length), 9, 4)),
                0xE2,
                TestJpeg.icc(Arrays.copyOf(srgb, 2000), 9, 4));
        byte[] nonsense = new byte[3000];
        byte[] mixed = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        for (byte[] jpeg : List.of(
                misnumbered,
                TestJpeg.insert(JPEG, 0xE2, TestJpeg.icc(nonsense, 1, 1)),
                TestJpeg.insert(JPEG, 0xE2, TestJpeg.icc(Arrays.copyOf(srgb, 300), 1, 1)),
                TestJpeg.insert(JPEG, 0xE2, TestJpeg.icc(mixed, 1, 1)),
                TestJpeg.insert(JPEG, 0xEE, TestJpeg.adobe(1)),
                TestJpeg.insert(JPEG, 0xEE, TestJpeg.adobe(0)),
                TestJpeg.insert(JPEG, 0xE0, "JFIF\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                TestJpeg.insert(JPEG, 0xE1, TestJpeg.exif(77)))) {
            assertQuadrants(Decoding.decode(jpeg), 0, 1, 2, 3);
        }
    }

    /** The structure is complete, so that only the decoder finds the fault. */
    @Test
    void refusesTruncatedData() {
        byte[] jpeg = TestPictures.photo(200, 150);
        int scan = TestJpeg.find(jpeg, 0xDA);
        for (int part = 1; part < 10; part++) {
            int cut = scan + 20 + (jpeg.length - scan - 40) * part / 10;
            while (jpeg[cut - 1] == (byte) 0xFF) {
                cut++;
            }
            assertUnreadable(TestJpeg.concat(Arrays.copyOf(jpeg, cut), new byte[] {(byte) 0xFF, (byte) 0xD9}));
        }
    }

    @Test
    void refusesAMissingQuantizationTable() {
        byte[] jpeg = JPEG.clone();
        // the first one is now a comment
        jpeg[TestJpeg.find(JPEG, 0xDB) + 1] = (byte) 0xFE;
        assertUnreadable(jpeg);
    }

    @Test
    void decodesOrRefusesRandomDamage() {
        PictureInspector inspector = new PictureInspector(PictureLimits.DEFAULT);
        java.util.Random random = new java.util.Random(11);
        byte[] progressive = TestJpeg.of(IMAGE).progressive().bytes();
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = (i % 2 == 0 ? JPEG : progressive).clone();
            broken[2 + random.nextInt(broken.length - 2)] = (byte) random.nextInt();
            try {
                PixelGrid grid = PictureDecoder.decode(inspector.inspect(broken));
                assertThat(grid.width()).isPositive();
            } catch (PictureException refusal) {
                assertThat(refusal.kind()).isNotEqualTo(PictureException.Kind.BUSY);
            }
        }
    }

    private static void assertUnreadable(byte[] jpeg) {
        assertThatThrownBy(() -> Decoding.decode(jpeg))
                .isInstanceOfSatisfying(
                        PictureException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(PictureException.Kind.UNREADABLE));
    }
}
