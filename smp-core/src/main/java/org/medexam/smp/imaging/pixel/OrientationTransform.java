package org.medexam.smp.imaging.pixel;

import org.medexam.smp.imaging.inspect.Orientation;

/** Rotates and mirrors pixels by the EXIF orientation. */
final class OrientationTransform {

    /** Pixels are transposed in squares of this side, so that source and target stay in the processor's cache. */
    private static final int SQUARE = 32;

    private OrientationTransform() {}

    /** Returns the upright picture: the same grid unless the sides are exchanged. */
    static PixelGrid apply(PixelGrid grid, Orientation orientation) {
        return switch (orientation) {
            case TOP_LEFT -> grid;
            case TOP_RIGHT -> mirrorRows(grid);
            case BOTTOM_RIGHT -> mirrorRows(mirrorColumns(grid));
            case BOTTOM_LEFT -> mirrorColumns(grid);
            case LEFT_TOP -> transpose(grid, false, false);
            case RIGHT_TOP -> transpose(grid, true, false);
            case RIGHT_BOTTOM -> transpose(grid, true, true);
            case LEFT_BOTTOM -> transpose(grid, false, true);
        };
    }

    /** Exchanges left and right. */
    private static PixelGrid mirrorRows(PixelGrid grid) {
        byte[] s = grid.samples();
        int bands = grid.bands();
        for (int y = 0; y < grid.height(); y++) {
            int left = y * grid.width() * bands;
            int right = left + (grid.width() - 1) * bands;
            for (; left < right; left += bands, right -= bands) {
                for (int band = 0; band < bands; band++) {
                    byte swap = s[left + band];
                    s[left + band] = s[right + band];
                    s[right + band] = swap;
                }
            }
        }
        return grid;
    }

    /** Exchanges top and bottom. */
    private static PixelGrid mirrorColumns(PixelGrid grid) {
        byte[] s = grid.samples();
        int stride = grid.width() * grid.bands();
        byte[] row = new byte[stride];
        for (int top = 0, bottom = grid.height() - 1; top < bottom; top++, bottom--) {
            System.arraycopy(s, top * stride, row, 0, stride);
            System.arraycopy(s, bottom * stride, s, top * stride, stride);
            System.arraycopy(row, 0, s, bottom * stride, stride);
        }
        return grid;
    }

    /**
     * Makes stored rows columns.
     *
     * @param fromRight the first stored row becomes the rightmost column
     * @param fromBottom the first stored column becomes the lowest row
     */
    private static PixelGrid transpose(PixelGrid grid, boolean fromRight, boolean fromBottom) {
        int width = grid.width();
        int height = grid.height();
        PixelGrid transposed = PixelGrid.of(height, width, grid.bands());
        for (int y = 0; y < height; y += SQUARE) {
            for (int x = 0; x < width; x += SQUARE) {
                square(grid, transposed, x, y, fromRight, fromBottom);
            }
        }
        return transposed;
    }

    private static void square(
            PixelGrid grid, PixelGrid transposed, int left, int top, boolean fromRight, boolean fromBottom) {
        int bands = grid.bands();
        byte[] from = grid.samples();
        byte[] to = transposed.samples();
        int right = Math.min(left + SQUARE, grid.width());
        int bottom = Math.min(top + SQUARE, grid.height());
        for (int y = top; y < bottom; y++) {
            int toX = fromRight ? grid.height() - 1 - y : y;
            for (int x = left; x < right; x++) {
                int toY = fromBottom ? grid.width() - 1 - x : x;
                int a = (y * grid.width() + x) * bands;
                int b = (toY * transposed.width() + toX) * bands;
                for (int band = 0; band < bands; band++) {
                    to[b + band] = from[a + band];
                }
            }
        }
    }
}
