package org.medexam.smp.imaging.mark;

/**
 * The lattice of the text's copies on a picture, in blocks of 8 × 8 pixels: slanted rows of text, each shifted against the
 * next. A tile of {@code columns × rows} repeats {@code columns} to the right, and {@code rows} down with {@code shift} to
 * the right.
 *
 * @param columns horizontal period in blocks
 * @param rows vertical period in blocks
 * @param shift horizontal shift of the next tile below, in blocks
 * @param text bounds of a whole copy in the tile
 */
public record MarkLattice(int columns, int rows, int shift, Text text) {

    /** Pixels along a side of a block. */
    public static final int BLOCK = 8;

    /** The angle of the text to the horizontal, upwards, in radians. */
    public static final double SLANT = Math.toRadians(30);

    /** The gap between the copies in a row of text, in em. */
    private static final double GAP = 2;

    /** The distance between rows of text, perpendicular to them, in em. */
    private static final double ROW_DISTANCE = 6;

    /** The approximate height of a tile in em, which staggers the rows evenly. */
    private static final double TILE_HEIGHT = 2.5;

    /** The bounding box of a copy, in blocks from the tile's corner. */
    public record Text(int left, int top, int columns, int rows) {}

    /**
     * Computes a lattice.
     *
     * @param length of the text in em
     * @param em font size in pixels
     */
    public static MarkLattice of(double length, int em) {
        double pitch = length + GAP;
        // the number of tiles that a row of text crosses within one pitch
        int crossed = (int) Math.max(1, Math.round(pitch * Math.sin(SLANT) / TILE_HEIGHT));
        double down = pitch * Math.sin(SLANT) / crossed;
        double across = (ROW_DISTANCE - down * Math.cos(SLANT)) / Math.sin(SLANT);
        int rows = blocks(down * em);
        int shift = blocks(across * em);
        int columns = blocks(pitch * Math.cos(SLANT) * em) + crossed * shift;
        return new MarkLattice(columns, rows, shift, text(length, em, columns, rows));
    }

    private static int blocks(double pixels) {
        return (int) Math.max(1, Math.round(pixels / BLOCK));
    }

    /** The copy at the centre of the tile; it exceeds a flat tile at the top and the bottom. */
    private static Text text(double length, int em, int columns, int rows) {
        double wide = (length * Math.cos(SLANT) + Math.sin(SLANT)) * em / BLOCK;
        double high = (length * Math.sin(SLANT) + Math.cos(SLANT)) * em / BLOCK;
        int left = (int) Math.floor((columns - wide) / 2);
        int top = (int) Math.floor((rows - high) / 2);
        return new Text(
                left, top, (int) Math.ceil((columns + wide) / 2) - left, (int) Math.ceil((rows + high) / 2) - top);
    }

    /** The row of the tile for a row of the pattern. */
    public int row(int patternRow) {
        return Math.floorMod(patternRow, rows);
    }

    /** The column of the tile for a block of the pattern. */
    public int column(int patternRow, int patternColumn) {
        return Math.floorMod(patternColumn - Math.floorDiv(patternRow, rows) * shift, columns);
    }
}
