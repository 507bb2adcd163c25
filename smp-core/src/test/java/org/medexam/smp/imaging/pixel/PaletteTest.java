package org.medexam.smp.imaging.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.PictureInspector;

class PaletteTest {

    private static final int TOLERANCE = 24;

    /** Index of the bit depth in a PNG: after the signature, IHDR's length and type, width and height. */
    private static final int BIT_DEPTH = 24;

    /** A picture of the given colours, 0xRRGGBB, or greys. */
    private static PixelGrid grid(int width, int height, int bands, IntBinaryOperator colour) {
        PixelGrid grid = PixelGrid.of(width, height, bands);
        for (int i = 0; i < width * height; i++) {
            int value = colour.applyAsInt(i % width, i / width);
            for (int band = 0; band < bands; band++) {
                grid.samples()[i * bands + band] = (byte) (value >> 8 * band);
            }
        }
        return grid;
    }

    private static PixelGrid decoded(byte[] png) {
        return PictureDecoder.decode(new PictureInspector(PictureLimits.NONE).inspect(png));
    }

    @Test
    void writesEveryColourExactly() {
        for (int width : new int[] {1, 2, 7, 64}) {
            for (int colours : new int[] {1, 2, 16, 17, 256}) {
                PixelGrid grid = grid(width, 40, 3, (x, y) -> (x * 40 + y) % colours * 0x30201 + 0x100);
                byte[] png = PictureEncoder.indexedPng(grid, Palette.of(grid).orElseThrow(), TOLERANCE)
                        .orElseThrow();
                assertThat(decoded(png).samples()).startsWith(grid.samples());
            }
        }
    }

    @Test
    void holds256Colours() {
        assertThat(Palette.of(grid(257, 1, 3, (x, y) -> x))).isEmpty();
        assertThat(Palette.of(grid(256, 1, 3, (x, y) -> x))).isPresent();
    }

    @Test
    void keepsItsOwnColoursAndReplacesDrawnOnesBySimilarOnes() {
        PixelGrid before = grid(240, 10, 1, (x, y) -> x % 8 * 36);
        PixelGrid after = grid(240, 10, 1, (x, y) -> x < 120 ? x % 8 * 36 : x % 8 * 36 / 2 + x % 3);

        PixelGrid read =
                decoded(PictureEncoder.indexedPng(after, Palette.of(before).orElseThrow(), TOLERANCE)
                        .orElseThrow());

        for (int i = 0; i < 2400; i++) {
            int wanted = after.samples()[i] & 0xFF;
            int tolerance = i % 240 < 120 ? 0 : 8;
            assertThat(Math.abs((read.samples()[i * read.bands()] & 0xFF) - wanted))
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    @Test
    void writesAMarkedBilevelPictureWithTwoBitsAPixel() {
        PixelGrid before = grid(400, 400, 1, (x, y) -> x / 4 % 2 * 255);
        PixelGrid after = grid(400, 400, 1, (x, y) -> x / 4 % 2 == 0 ? 30 + x % 20 : 210 + x % 20);

        byte[] png = PictureEncoder.indexedPng(after, Palette.of(before).orElseThrow(), TOLERANCE)
                .orElseThrow();

        assertThat(png[BIT_DEPTH]).isEqualTo((byte) 2);
        PixelGrid read = decoded(png);
        for (int i = 0; i < 400 * 400; i++) {
            int apart = (read.samples()[i * read.bands()] & 0xFF) - (after.samples()[i] & 0xFF);
            assertThat(Math.abs(apart)).isLessThanOrEqualTo(TOLERANCE);
        }
    }

    @Test
    void isEmptyIfDrawnColoursDoNotFit() {
        PixelGrid before = grid(256, 1, 3, (x, y) -> x / 2);
        PixelGrid after = grid(256, 1, 3, (x, y) -> x << 16 | x % 7 * 40 << 8);
        assertThat(PictureEncoder.indexedPng(after, Palette.of(before).orElseThrow(), 8))
                .isEmpty();
    }

    @Test
    void endsRunsWhereAnyBandDiffers() {
        PixelGrid grid = grid(20, 1, 3, (x, y) -> x < 9 ? 0x102030 : x < 12 ? 0x102031 : 0x112031);
        assertThat(grid.runEnd(0)).isEqualTo(27);
        assertThat(grid.runEnd(27)).isEqualTo(36);
        assertThat(grid.runEnd(36)).isEqualTo(60);
        assertThat(grid.runEnd(57)).isEqualTo(60);
    }

    @Test
    void stopsAtTheLimit() {
        PixelGrid grid = grid(300, 300, 3, (x, y) -> (x * 7919 ^ y * 104_729) * 31);
        int length = PictureEncoder.png(grid, Integer.MAX_VALUE).orElseThrow().length;
        assertThat(PictureEncoder.png(grid, length)).isPresent();
        assertThat(PictureEncoder.png(grid, length / 2)).isEmpty();
        assertThat(decoded(PictureEncoder.png(grid, length).orElseThrow()).samples())
                .startsWith(grid.samples());
    }
}
