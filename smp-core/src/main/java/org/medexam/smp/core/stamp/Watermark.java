package org.medexam.smp.core.stamp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.medexam.smp.core.pixel.PixelGrid;

/**
 * Draws the mark over a whole picture: strokes darker than a light ground and lighter than a dark one, by the same
 * number of levels everywhere, so that the mark can be read on any ground and the ground under it keeps its contrast.
 */
final class Watermark {

    /** Letters per picture: the side of a square picture is that many em. */
    private static final double EMS_PER_SIDE = 30;

    /** Below 16 pixels an em the strokes of 核 run together. */
    private static final int LEAST_EM = 16;

    private static final int MOST_EM = 160;

    /** A picture too small for the whole text carries parts of it; smaller than this it would be noise. */
    private static final int TINIEST_EM = 8;

    /** Sizes come in steps, six to the double, so that two dozen tiles (20 MB if all are used) serve all pictures. */
    private static final double STEP = Math.pow(2, 1.0 / 6);

    private final Lettering lettering;
    private final Map<Integer, MarkTile> tiles = new ConcurrentHashMap<>();

    Watermark(Lettering lettering) {
        this.lettering = lettering;
    }

    void draw(PixelGrid grid) {
        MarkTile tile = tile(grid.width(), grid.height());
        Ground ground = Ground.of(grid);
        int left = tile.middleX() - grid.width() / 2;
        int top = tile.middleY() - grid.height() / 2;
        for (int y = 0; y < grid.height(); y++) {
            row(grid, y, tile, left, Math.floorMod(top + y, tile.height()) * tile.width(), ground);
        }
    }

    private static void row(PixelGrid grid, int y, MarkTile tile, int left, int tileRow, Ground ground) {
        byte[] samples = grid.samples();
        byte[] mask = tile.mask();
        int bands = grid.bands();
        int tileX = Math.floorMod(left, tile.width());
        int at = y * grid.width() * bands;
        for (int x = 0; x < grid.width(); x++, at += bands) {
            int strength = mask[tileRow + tileX];
            tileX = tileX + 1 == tile.width() ? 0 : tileX + 1;
            if (strength != 0) {
                int change = strength * ground.stroke(x, y) / MarkTile.FULL;
                for (int band = 0; band < bands; band++) {
                    int value = (samples[at + band] & 0xFF) + change;
                    samples[at + band] = (byte) Math.max(0, Math.min(255, value));
                }
            }
        }
    }

    private MarkTile tile(int width, int height) {
        return tiles.computeIfAbsent(em(width, height), em -> MarkTile.render(lettering, em));
    }

    /** Size of the letters for a picture, in pixels: in proportion to it, yet so that the text fits in whole. */
    int em(int width, int height) {
        double wanted = Math.sqrt((double) width * height) / EMS_PER_SIDE;
        double wide = 0.97 * width / (lettering.width() * Math.cos(MarkTile.SLANT) + Math.sin(MarkTile.SLANT));
        double high = 0.97 * height / (lettering.width() * Math.sin(MarkTile.SLANT) + Math.cos(MarkTile.SLANT));
        double legible = Math.max(LEAST_EM, Math.min(MOST_EM, wanted));
        double em = Math.max(TINIEST_EM, Math.min(legible, Math.min(wide, high)));
        double steps = Math.floor(Math.log(em / TINIEST_EM) / Math.log(STEP) + 1e-9);
        return (int) (TINIEST_EM * Math.pow(STEP, steps) + 1e-6);
    }
}
