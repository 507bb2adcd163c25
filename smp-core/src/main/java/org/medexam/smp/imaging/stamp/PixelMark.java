package org.medexam.smp.imaging.stamp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.imaging.mark.MarkLattice;
import org.medexam.smp.imaging.mark.MarkPosition;
import org.medexam.smp.imaging.mark.MarkTile;
import org.medexam.smp.imaging.pixel.PixelGrid;

/**
 * Draws the mark on the pixels of a picture. Strokes are darker than a light ground and lighter than a dark one by about
 * the same number of levels everywhere, so that the mark is legible on any ground and the ground keeps its contrast.
 */
final class PixelMark {

    private final DistrictMark mark;
    /** By font size, of which there are two dozen: 8 MB if all are used, 24 MB with the longest text. */
    private final Map<Integer, MarkTile> tiles = new ConcurrentHashMap<>();

    PixelMark(DistrictMark mark) {
        this.mark = mark;
    }

    /**
     * Draws the mark.
     *
     * @param received the bytes that the picture was decoded from
     */
    void draw(PixelGrid grid, byte[] received) {
        int em = mark.em(grid.width(), grid.height());
        MarkTile tile = tiles.computeIfAbsent(em, size -> MarkTile.render(mark.lettering(), size));
        MarkPosition position = mark.key().position(received, grid.width(), grid.height(), tile.lattice());
        StrokeLevels levels = new StrokeLevels(grid, mark.strength(), position);
        int columns = (grid.width() + MarkLattice.BLOCK - 1) / MarkLattice.BLOCK;
        int rows = (grid.height() + MarkLattice.BLOCK - 1) / MarkLattice.BLOCK;
        for (int row = 0; row < rows; row++) {
            int tileRow = tile.lattice().row(position.row() + row);
            int tileColumn = tile.lattice().column(position.row() + row, position.column());
            for (int column = 0; column < columns; column++) {
                if (tile.isMarked(tileRow, tileColumn)) {
                    drawBlock(
                            grid,
                            column * MarkLattice.BLOCK,
                            row * MarkLattice.BLOCK,
                            tile,
                            tileRow,
                            tileColumn,
                            levels);
                }
                tileColumn = tileColumn + 1 == tile.lattice().columns() ? 0 : tileColumn + 1;
            }
        }
    }

    /** Draws the part of a block that lies within the picture, with the same stroke. */
    private static void drawBlock(
            PixelGrid grid, int left, int top, MarkTile tile, int tileRow, int tileColumn, StrokeLevels levels) {
        int stroke = levels.stroke(left, top);
        byte[] mask = tile.mask();
        int right = Math.min(left + MarkLattice.BLOCK, grid.width());
        int bottom = Math.min(top + MarkLattice.BLOCK, grid.height());
        for (int y = top; y < bottom; y++) {
            int at = (tileRow * MarkLattice.BLOCK + y - top) * tile.width() + tileColumn * MarkLattice.BLOCK;
            for (int x = left; x < right; x++, at++) {
                if (mask[at] != 0) {
                    add(grid, (y * grid.width() + x) * grid.bands(), mask[at] * stroke / MarkTile.FULL);
                }
            }
        }
    }

    private static void add(PixelGrid grid, int pixel, int change) {
        byte[] samples = grid.samples();
        for (int i = pixel; i < pixel + grid.bands(); i++) {
            samples[i] = (byte) Math.max(0, Math.min(255, (samples[i] & 0xFF) + change));
        }
    }
}
