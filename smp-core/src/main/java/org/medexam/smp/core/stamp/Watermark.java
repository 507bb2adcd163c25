package org.medexam.smp.core.stamp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.medexam.smp.core.pixel.PixelGrid;

/**
 * Draws the mark over the pixels of a whole picture: strokes darker than a light ground and lighter than a dark one, by
 * about the same number of levels everywhere, so that the mark can be read on any ground and the ground under it keeps
 * its contrast.
 */
final class Watermark {

    private final DistrictMark mark;
    /** By the size of their letters, of which there are two dozen: 8 MB if all are used, 24 MB with the longest text. */
    private final Map<Integer, MarkTile> tiles = new ConcurrentHashMap<>();

    Watermark(DistrictMark mark) {
        this.mark = mark;
    }

    /** @param received the bytes that the picture was decoded from */
    void draw(PixelGrid grid, byte[] received) {
        int em = mark.em(grid.width(), grid.height());
        MarkTile tile = tiles.computeIfAbsent(em, size -> MarkTile.render(mark.lettering(), size));
        Place place = mark.key().place(received, grid.width(), grid.height(), tile.lattice());
        Ground ground = Ground.of(grid, mark.strength(), place);
        for (int y = 0; y < grid.height(); y++) {
            int row = place.row() + y / MarkLattice.BLOCK;
            int tileX = tile.lattice().column(row, place.column()) * MarkLattice.BLOCK;
            int tileY = tile.lattice().row(row) * MarkLattice.BLOCK + y % MarkLattice.BLOCK;
            row(grid, y, tile, tileX, tileY * tile.width(), ground);
        }
    }

    private static void row(PixelGrid grid, int y, MarkTile tile, int left, int tileRow, Ground ground) {
        byte[] samples = grid.samples();
        byte[] mask = tile.mask();
        int bands = grid.bands();
        int tileX = left;
        int at = y * grid.width() * bands;
        for (int x = 0; x < grid.width(); x++, at += bands) {
            int cover = mask[tileRow + tileX];
            tileX = tileX + 1 == tile.width() ? 0 : tileX + 1;
            if (cover != 0) {
                int change = cover * ground.stroke(x, y) / MarkTile.FULL;
                for (int band = 0; band < bands; band++) {
                    int value = (samples[at + band] & 0xFF) + change;
                    samples[at + band] = (byte) Math.max(0, Math.min(255, value));
                }
            }
        }
    }
}
