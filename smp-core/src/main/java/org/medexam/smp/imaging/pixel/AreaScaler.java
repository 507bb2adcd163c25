package org.medexam.smp.imaging.pixel;

import java.util.Arrays;

/** Scales pictures down. Every new pixel is the mean of the area that it covers, fractions of pixels included. */
public final class AreaScaler {

    private final PixelGrid from;
    private final PixelGrid to;
    /** A row of the source with the new width. */
    private final float[] row;
    /** Sums of the current new row. */
    private final float[] sums;

    private AreaScaler(PixelGrid from, PixelGrid to) {
        this.from = from;
        this.to = to;
        this.row = new float[to.width() * to.bands()];
        this.sums = new float[row.length];
    }

    /**
     * Scales a picture down.
     *
     * @param longSide maximal longer side in pixels
     * @return a new picture, or the given one if it is small enough
     */
    public static PixelGrid to(int longSide, PixelGrid grid) {
        int side = Math.max(grid.width(), grid.height());
        if (side <= longSide) {
            return grid;
        }
        double scale = (double) longSide / side;
        int width = Math.max(1, (int) Math.round(grid.width() * scale));
        int height = Math.max(1, (int) Math.round(grid.height() * scale));
        AreaScaler scaler = new AreaScaler(grid, PixelGrid.of(width, height, grid.bands()));
        scaler.scale();
        return scaler.to;
    }

    private void scale() {
        double rowHeight = (double) from.height() / to.height();
        int oldY = -1;
        for (int y = 0; y < to.height(); y++) {
            Arrays.fill(sums, 0);
            double top = y * rowHeight;
            double bottom = Math.min(top + rowHeight, from.height());
            for (int old = (int) top; old < bottom; old++) {
                if (old != oldY) {
                    scaleRow(old);
                    oldY = old;
                }
                float share = (float) ((Math.min(bottom, old + 1) - Math.max(top, old)) / rowHeight);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += share * row[i];
                }
            }
            store(y);
        }
    }

    private void scaleRow(int oldY) {
        int bands = from.bands();
        double columnWidth = (double) from.width() / to.width();
        int rowAt = oldY * from.width() * bands;
        for (int x = 0; x < to.width(); x++) {
            double left = x * columnWidth;
            double right = Math.min(left + columnWidth, from.width());
            int first = (int) left;
            int last = Math.min((int) right, from.width() - 1);
            for (int band = 0; band < bands; band++) {
                int at = rowAt + band;
                int whole = 0;
                for (int old = first + 1; old < last; old++) {
                    whole += from.samples()[at + old * bands] & 0xFF;
                }
                double sum = whole + (first + 1 - left) * (from.samples()[at + first * bands] & 0xFF);
                if (last > first) {
                    sum += (right - last) * (from.samples()[at + last * bands] & 0xFF);
                }
                row[x * bands + band] = (float) (sum / columnWidth);
            }
        }
    }

    private void store(int y) {
        int at = y * sums.length;
        for (int i = 0; i < sums.length; i++) {
            to.samples()[at + i] = (byte) Math.max(0, Math.min(255, Math.round(sums[i])));
        }
    }
}
