package org.medexam.smp.imaging.stamp;

import java.util.Arrays;
import org.medexam.smp.imaging.mark.MarkPosition;
import org.medexam.smp.imaging.mark.Strength;
import org.medexam.smp.imaging.pixel.PixelGrid;

/**
 * Computes by how many levels a stroke changes a picture, for each square of 16 pixels, from the mean colour of the
 * square. The dither makes the strokes of a square a step stronger or weaker, or leaves them.
 */
final class StrokeLevels {

    private static final int SQUARE = 16;

    /** On a saturated colour, where some bands are clipped, the others change up to 1.5 times as much. */
    private static final double MAX_FACTOR = 1.5;

    /** Changes are multiples of this, since few different colours make a small PNG. */
    private static final int STEP = 8;

    private static final byte NOT_COMPUTED = Byte.MIN_VALUE;

    private final PixelGrid grid;
    private final Strength strength;
    private final MarkPosition position;
    private final int columns;
    private final byte[] strokes;
    private final int[] mean = new int[3];

    StrokeLevels(PixelGrid grid, Strength strength, MarkPosition position) {
        this.grid = grid;
        this.strength = strength;
        this.position = position;
        this.columns = (grid.width() + SQUARE - 1) / SQUARE;
        this.strokes = new byte[columns * ((grid.height() + SQUARE - 1) / SQUARE)];
        Arrays.fill(strokes, NOT_COMPUTED);
    }

    /**
     * The change of the samples at a pixel; negative on light ground. The first call for a square must precede any
     * drawing in it.
     */
    int stroke(int x, int y) {
        int column = x / SQUARE;
        int row = y / SQUARE;
        int square = row * columns + column;
        if (strokes[square] == NOT_COMPUTED) {
            mean(grid, column * SQUARE, row * SQUARE, mean);
            strokes[square] = (byte) stroke(mean, strength, dither(position.ditherBits(row, column)));
        }
        return strokes[square];
    }

    /** Computes the mean colour from every second pixel of every second row. */
    private static void mean(PixelGrid grid, int left, int top, int[] mean) {
        byte[] s = grid.samples();
        int bands = grid.bands();
        int right = Math.min(left + SQUARE, grid.width());
        int bottom = Math.min(top + SQUARE, grid.height());
        int first = 0;
        int second = 0;
        int third = 0;
        int count = 0;
        for (int y = top; y < bottom; y += 2) {
            for (int i = (y * grid.width() + left) * bands, end = (y * grid.width() + right) * bands;
                    i < end;
                    i += 2 * bands, count++) {
                first += s[i] & 0xFF;
                if (bands == 3) {
                    second += s[i + 1] & 0xFF;
                    third += s[i + 2] & 0xFF;
                }
            }
        }
        mean[0] = first / count;
        mean[1] = bands == 3 ? second / count : mean[0];
        mean[2] = bands == 3 ? third / count : mean[0];
    }

    /** −1, 0 or 1 step. */
    private static int dither(long bits) {
        return (int) Math.floorMod(bits, 3) - 1;
    }

    /**
     * Strokes are dark on light ground and light on dark ground. On a saturated colour, where clipping reduces the
     * change, the direction with the larger change is used.
     */
    private static int stroke(int[] mean, Strength strength, int dither) {
        int levels = strength.levels();
        int darker = luma(Math.min(levels, mean[0]), Math.min(levels, mean[1]), Math.min(levels, mean[2]));
        int lighter =
                luma(Math.min(levels, 255 - mean[0]), Math.min(levels, 255 - mean[1]), Math.min(levels, 255 - mean[2]));
        boolean dark = strength.stroke(luma(mean[0], mean[1], mean[2])) < 0;
        if (dark ? darker < levels * 3 / 4 && lighter > darker : lighter < levels * 3 / 4 && darker > lighter) {
            dark = !dark;
        }
        double change = Math.min(MAX_FACTOR * levels, (double) levels * levels / Math.max(1, dark ? darker : lighter));
        int steps = (int) Math.round(change / STEP) + dither;
        return (dark ? -steps : steps) * STEP;
    }

    /** Luma by BT.601, as in JPEG. */
    private static int luma(int blue, int green, int red) {
        return (114 * blue + 587 * green + 299 * red) / 1000;
    }
}
