package org.medexam.smp.imaging.mark;

/**
 * How copies of the text lie on a picture, in blocks of 8 × 8 pixels: in slanting rows, each shifted against the next.
 * What lies in a tile of {@code columns × rows} lies there again {@code columns} further to the right, and again
 * {@code rows} further down and at the same time {@code shift} further to the right.
 *
 * @param columns after so many blocks a row of blocks repeats
 * @param rows after so many rows of blocks all repeats, shifted
 * @param shift by so many blocks to the right
 * @param text where one whole copy lies in the tile
 */
public record MarkLattice(int columns, int rows, int shift, Text text) {

    /** Pixels a side of a block. */
    public static final int BLOCK = 8;

    /** To the horizontal, upwards. */
    public static final double SLANT = Math.toRadians(30);

    /** Between the end of the text and its next beginning, in em. */
    private static final double GAP = 2;

    /** From a row of text to the next, in em, square to the rows. */
    private static final double ROWS_APART = 6;

    /** About so many em further down the pattern repeats: so the rows are well staggered. */
    private static final double REPEATS_AFTER = 2.5;

    /** The upright rectangle around one copy, in blocks from the tile's corner. */
    public record Text(int left, int top, int columns, int rows) {}

    /**
     * @param length of the text in em
     * @param em size of the letters in pixels
     */
    public static MarkLattice of(double length, int em) {
        double pitch = length + GAP;
        // a row of text that rises by one pitch has crossed so many tiles
        int crossed = (int) Math.max(1, Math.round(pitch * Math.sin(SLANT) / REPEATS_AFTER));
        double down = pitch * Math.sin(SLANT) / crossed;
        double across = (ROWS_APART - down * Math.cos(SLANT)) / Math.sin(SLANT);
        int rows = blocks(down * em);
        int shift = blocks(across * em);
        int columns = blocks(pitch * Math.cos(SLANT) * em) + crossed * shift;
        return new MarkLattice(columns, rows, shift, text(length, em, columns, rows));
    }

    private static int blocks(double pixels) {
        return (int) Math.max(1, Math.round(pixels / BLOCK));
    }

    /** The copy whose middle is the tile's middle; of a flat tile it leaves the top and the bottom. */
    private static Text text(double length, int em, int columns, int rows) {
        double wide = (length * Math.cos(SLANT) + Math.sin(SLANT)) * em / BLOCK;
        double high = (length * Math.sin(SLANT) + Math.cos(SLANT)) * em / BLOCK;
        int left = (int) Math.floor((columns - wide) / 2);
        int top = (int) Math.floor((rows - high) / 2);
        return new Text(
                left, top, (int) Math.ceil((columns + wide) / 2) - left, (int) Math.ceil((rows + high) / 2) - top);
    }

    /** The tile's row in which a row of the pattern lies. */
    public int row(int patternRow) {
        return Math.floorMod(patternRow, rows);
    }

    /** The tile's column in which a place of the pattern lies. */
    public int column(int patternRow, int patternColumn) {
        return Math.floorMod(patternColumn - Math.floorDiv(patternRow, rows) * shift, columns);
    }
}
