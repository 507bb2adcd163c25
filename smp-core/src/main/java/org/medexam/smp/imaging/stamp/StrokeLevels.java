package org.medexam.smp.imaging.stamp;

import java.util.Arrays;
import org.medexam.smp.imaging.mark.MarkPosition;
import org.medexam.smp.imaging.mark.Strength;
import org.medexam.smp.imaging.pixel.PixelGrid;

/**
 * What lies under the mark, in squares of 16 pixels: by how many levels a stroke has to change it. The dither makes a
 * square's strokes a step stronger or weaker, or leaves them.
 */
final class StrokeLevels {

    private static final int SQUARE = 16;

    /** On a full colour, where not every band can follow, the others go further: by half as much again at most. */
    private static final double MOST = 1.5;

    /** Few different changes make few different colours, and a small PNG. */
    private static final int STEP = 8;

    private static final byte NOT_LOOKED_AT = Byte.MIN_VALUE;

    private final PixelGrid grid;
    private final Strength strength;
    private final MarkPosition place;
    private final int columns;
    private final byte[] strokes;
    private final int[] mean = new int[3];

    StrokeLevels(PixelGrid grid, Strength strength, MarkPosition place) {
        this.grid = grid;
        this.strength = strength;
        this.place = place;
        this.columns = (grid.width() + SQUARE - 1) / SQUARE;
        this.strokes = new byte[columns * ((grid.height() + SQUARE - 1) / SQUARE)];
        Arrays.fill(strokes, NOT_LOOKED_AT);
    }

    /**
     * What a stroke adds to the samples at a pixel; negative on light ground. A square is looked at when it is first
     * asked for, which must be before anything is drawn in it.
     */
    int stroke(int x, int y) {
        int column = x / SQUARE;
        int row = y / SQUARE;
        int square = row * columns + column;
        if (strokes[square] == NOT_LOOKED_AT) {
            mean(grid, column * SQUARE, row * SQUARE, mean);
            strokes[square] = (byte) stroke(mean, strength, dither(place.bits(row, column)));
        }
        return strokes[square];
    }

    /** Every second pixel of every second row says enough. */
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

    /** One step down, none, or one up. */
    private static int dither(long bits) {
        return (int) Math.floorMod(bits, 3) - 1;
    }

    /**
     * Dark on light, light on dark; yet on a full colour, of which black or white can take little, whichever is seen
     * better.
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
        double change = Math.min(MOST * levels, (double) levels * levels / Math.max(1, dark ? darker : lighter));
        int steps = (int) Math.round(change / STEP) + dither;
        return (dark ? -steps : steps) * STEP;
    }

    /** BT.601, as JPEG has it. */
    private static int luma(int blue, int green, int red) {
        return (114 * blue + 587 * green + 299 * red) / 1000;
    }
}
