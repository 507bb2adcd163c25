package org.medexam.smp.imaging.pixel;

import java.util.Arrays;

/** Makes pictures smaller. Every new pixel is the mean of the area for which it stands, parts of old pixels included. */
public final class AreaScaler {

    private final PixelGrid from;
    private final PixelGrid to;
    /** One row of the old picture with the new width. */
    private final float[] row;
    /** The new row in the making. */
    private final float[] sums;

    private AreaScaler(PixelGrid from, PixelGrid to) {
        this.from = from;
        this.to = to;
        this.row = new float[to.width() * to.bands()];
        this.sums = new float[row.length];
    }

    /**
     * @param longSide the longer side at most, in pixels
     * @return a new picture, or the given one where it is small enough
     */
    public static PixelGrid to(int longSide, PixelGrid grid) {
        int side = Math.max(grid.width(), grid.height());
        if (side <= longSide) {
            return grid;
        }
        double scale = (double) longSide / side;
        int width = Math.max(1, (int) Math.round(grid.width() * scale));
        int height = Math.max(1, (int) Math.round(grid.height() * scale));
        AreaScaler shrink = new AreaScaler(grid, PixelGrid.of(width, height, grid.bands()));
        shrink.run();
        return shrink.to;
    }

    private void run() {
        double tall = (double) from.height() / to.height();
        int oldY = -1;
        for (int y = 0; y < to.height(); y++) {
            Arrays.fill(sums, 0);
            double top = y * tall;
            double bottom = Math.min(top + tall, from.height());
            for (int old = (int) top; old < bottom; old++) {
                if (old != oldY) {
                    narrow(old);
                    oldY = old;
                }
                float share = (float) ((Math.min(bottom, old + 1) - Math.max(top, old)) / tall);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += share * row[i];
                }
            }
            put(y);
        }
    }

    private void narrow(int oldY) {
        int bands = from.bands();
        double wide = (double) from.width() / to.width();
        int rowAt = oldY * from.width() * bands;
        for (int x = 0; x < to.width(); x++) {
            double left = x * wide;
            double right = Math.min(left + wide, from.width());
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
                row[x * bands + band] = (float) (sum / wide);
            }
        }
    }

    private void put(int y) {
        int at = y * sums.length;
        for (int i = 0; i < sums.length; i++) {
            to.samples()[at + i] = (byte) Math.max(0, Math.min(255, Math.round(sums[i])));
        }
    }
}
