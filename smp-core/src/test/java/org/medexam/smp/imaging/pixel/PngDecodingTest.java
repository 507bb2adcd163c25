package org.medexam.smp.imaging.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.inspect.TestJpeg;
import org.medexam.smp.imaging.inspect.TestPng;

class PngDecodingTest {

    /** Odd sides, so that rows end within a byte and passes within a cell. */
    private static final int WIDTH = 37;

    private static final int HEIGHT = 23;

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "0, 4", "0, 8", "0, 16", "2, 8", "2, 16", "4, 8", "4, 16", "6, 8", "6, 16"})
    void decodesEveryTypeAndDepth(int colourType, int depth) {
        int most = (1 << depth) - 1;
        boolean alpha = colourType >= 4;
        int channels = new int[] {1, 0, 3, 0, 2, 0, 4}[colourType];
        TestPng.Samples samples = (x, y, channel) -> {
            boolean isAlpha = alpha && channel == channels - 1;
            return isAlpha ? (x % 3) * most / 2 : (x * 7919 + y * 104_729 + channel * 31) % (most + 1);
        };
        for (boolean interlaced : new boolean[] {false, true}) {
            TestPng png = TestPng.of(WIDTH, HEIGHT, colourType, depth).samples(samples);
            PixelGrid grid = Decoding.decode((interlaced ? png.interlaced() : png).bytes());

            assertThat(grid.bands()).isEqualTo(colourType == 0 || colourType == 4 ? 1 : 3);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    int[] rgb = new int[3];
                    double opacity = alpha ? samples.at(x, y, channels - 1) / (double) most : 1;
                    for (int c = 0; c < 3; c++) {
                        double value = samples.at(x, y, grid.bands() == 1 ? 0 : c) / (double) most;
                        rgb[c] = (int) Math.round(255 * (value * opacity + 1 - opacity));
                    }
                    Decoding.assertColour(grid, x, y, new Color(rgb[0], rgb[1], rgb[2]), 1);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void decodesPalettesOnWhite(int depth) {
        byte[] palette = {(byte) 200, 10, 20, 0, 0, (byte) 255};
        byte[] png = TestPng.of(WIDTH, HEIGHT, 3, depth)
                .samples((x, y, c) -> (x + y) % 2)
                .with("PLTE", palette)
                .with("tRNS", (byte) 255, (byte) 128)
                .bytes();
        PixelGrid grid = Decoding.decode(png);

        Decoding.assertColour(grid, 4, 4, new Color(200, 10, 20), 0);
        Decoding.assertColour(grid, 5, 4, new Color(127, 127, 255), 1);
    }

    @Test
    void keepsAGreyPaletteGreyAndReadsAnUndefinedIndexAsBlack() {
        byte[] png = TestPng.of(9, 9, 3, 8)
                .samples((x, y, c) -> x)
                .with("PLTE", (byte) 10, (byte) 10, (byte) 10, (byte) 250, (byte) 250, (byte) 250)
                .bytes();
        PixelGrid grid = Decoding.decode(png);

        assertThat(grid.bands()).isEqualTo(1);
        assertThat(grid.samples()).startsWith((byte) 10, (byte) 250, (byte) 0);
    }

    @Test
    void showsTheTransparentColourAsWhite() {
        byte[] grey = TestPng.of(9, 9, 0, 16)
                .samples((x, y, c) -> x * 1000)
                .with("tRNS", (byte) 0x0B, (byte) 0xB8)
                .bytes();
        byte[] rgb = TestPng.of(9, 9, 2, 8)
                .samples((x, y, c) -> c == 0 ? x : 7)
                .with("tRNS", (byte) 0, (byte) 3, (byte) 0, (byte) 7, (byte) 0, (byte) 7)
                .bytes();

        Decoding.assertColour(Decoding.decode(grey), 3, 5, Color.WHITE, 0);
        Decoding.assertColour(Decoding.decode(grey), 4, 5, new Color(16, 16, 16), 1);
        Decoding.assertColour(Decoding.decode(rgb), 3, 5, Color.WHITE, 0);
        Decoding.assertColour(Decoding.decode(rgb), 2, 5, new Color(2, 7, 7), 0);
    }

    @Test
    void decodesTheSmallestInterlacedPictures() {
        for (int width = 1; width <= 9; width++) {
            for (int height = 1; height <= 9; height++) {
                byte[] png = TestPng.of(width, height, 0, 8)
                        .interlaced()
                        .samples((x, y, c) -> 10 * x + y)
                        .bytes();
                PixelGrid grid = Decoding.decode(png);
                assertThat(grid.samples()[width * height - 1]).isEqualTo((byte) (10 * (width - 1) + height - 1));
            }
        }
    }

    @Test
    void convertsByTheProfile() {
        TestPng png = TestPng.of(20, 20, 2, 8).samples((x, y, c) -> 55);
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

        Decoding.assertColour(
                Decoding.decode(png.with("iCCP", profile(linear)).bytes()), 9, 9, new Color(128, 128, 128), 3);
    }

    /** Text and profile chunks that inflate to 64 MB, and invalid profiles. */
    @Test
    void doesNotInflateDecompressionBombs() {
        byte[] bomb = TestPng.deflated(new byte[64 << 20]);
        byte[] text = TestJpeg.concat(new byte[] {'k', 0, 0}, bomb);
        for (byte[] png : List.of(
                TestPng.of(20, 20, 2, 8).with("iCCP", text).bytes(),
                TestPng.of(20, 20, 2, 8).with("zTXt", text).bytes(),
                TestPng.of(20, 20, 2, 8).with("iCCP", profile(new byte[500])).bytes(),
                TestPng.of(20, 20, 2, 8).with("iCCP", (byte) 'x').bytes())) {
            Decoding.assertColour(Decoding.decode(png), 9, 9, Color.BLACK, 0);
        }
    }

    private static byte[] profile(byte[] profile) {
        return TestJpeg.concat(new byte[] {'p', 0, 0}, TestPng.deflated(profile));
    }

    @Test
    void refusesTruncatedAndInvalidData() {
        byte[] whole = TestPng.deflated(new byte[101 * 100]);
        byte[] wrongFilter = new byte[101 * 100];
        wrongFilter[101 * 50] = 9;
        for (byte[] data : List.of(
                Arrays.copyOf(whole, whole.length / 2),
                TestPng.deflated(new byte[101 * 99]),
                TestPng.deflated(wrongFilter),
                new byte[300])) {
            byte[] png =
                    TestPng.file(TestPng.header(100, 100, 8, 0, 0), TestPng.chunk("IDAT", data), TestPng.chunk("IEND"));
            assertThatThrownBy(() -> Decoding.decode(png))
                    .isInstanceOfSatisfying(
                            PictureException.class,
                            refusal -> assertThat(refusal.kind()).isEqualTo(PictureException.Kind.UNREADABLE));
        }
    }

    @Test
    void readsDataInManyChunks() {
        byte[] data = TestPng.deflated(new byte[101 * 100]);
        byte[][] chunks = new byte[data.length + 3][];
        chunks[0] = TestPng.header(100, 100, 8, 0, 0);
        for (int i = 0; i < data.length; i++) {
            chunks[i + 1] = TestPng.chunk("IDAT", data[i]);
        }
        chunks[data.length + 1] = TestPng.chunk("IDAT");
        chunks[data.length + 2] = TestPng.chunk("IEND");

        assertThat(Decoding.decode(TestPng.file(chunks)).height()).isEqualTo(100);
    }
}
