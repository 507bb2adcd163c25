package org.medexam.smp.imaging.coefficient.block;

/** The order in which a block's coefficients are sent, from coarse to fine patterns (T.81, figure A.6). */
public final class ZigZag {

    private static final int SIDE = 8;
    private static final int[] ROWS = new int[Block.SIZE];
    private static final int[] COLUMNS = new int[Block.SIZE];
    private static final int[] PLACES = new int[Block.SIZE];

    static {
        int k = 0;
        for (int diagonal = 0; diagonal < 2 * SIDE - 1; diagonal++) {
            for (int step = 0; step <= diagonal; step++) {
                int row = diagonal % 2 == 0 ? diagonal - step : step;
                int column = diagonal - row;
                if (row < SIDE && column < SIDE) {
                    ROWS[k] = row;
                    COLUMNS[k] = column;
                    PLACES[row * SIDE + column] = k++;
                }
            }
        }
    }

    private ZigZag() {}

    /** Vertical frequency v of the coefficient at place k. */
    public static int row(int k) {
        return ROWS[k];
    }

    /** Horizontal frequency u of the coefficient at place k. */
    public static int column(int k) {
        return COLUMNS[k];
    }

    /** Place of the coefficient of these frequencies. */
    public static int place(int row, int column) {
        return PLACES[row * SIDE + column];
    }
}
