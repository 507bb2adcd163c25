package org.medexam.smp.imaging.coefficient.block;

/** The zigzag order of a block's coefficients, from low to high frequencies (T.81, figure A.6). */
public final class ZigZag {

    private static final int SIDE = 8;
    private static final int[] ROWS = new int[Block.SIZE];
    private static final int[] COLUMNS = new int[Block.SIZE];
    private static final int[] INDICES = new int[Block.SIZE];

    static {
        int k = 0;
        for (int diagonal = 0; diagonal < 2 * SIDE - 1; diagonal++) {
            for (int step = 0; step <= diagonal; step++) {
                int row = diagonal % 2 == 0 ? diagonal - step : step;
                int column = diagonal - row;
                if (row < SIDE && column < SIDE) {
                    ROWS[k] = row;
                    COLUMNS[k] = column;
                    INDICES[row * SIDE + column] = k++;
                }
            }
        }
    }

    private ZigZag() {}

    /** Vertical frequency v of the coefficient with zigzag index k. */
    public static int row(int k) {
        return ROWS[k];
    }

    /** Horizontal frequency u of the coefficient with zigzag index k. */
    public static int column(int k) {
        return COLUMNS[k];
    }

    /** Zigzag index of the coefficient with these frequencies. */
    public static int index(int row, int column) {
        return INDICES[row * SIDE + column];
    }
}
