package org.medexam.smp.imaging.coefficient.block;

import java.util.Arrays;

/** What is done to the luma blocks of one picture. Belongs to one picture and one thread. */
public interface BlockEdit {

    /** The handle of a block that stays as it is. */
    int UNTOUCHED = -1;

    /** Leaves every block as it is: the picture is only proved and copied. */
    BlockEdit NONE = new BlockEdit() {
        @Override
        public void plan(int row, int[] handles, int columns) {
            Arrays.fill(handles, 0, columns, UNTOUCHED);
        }

        @Override
        public void apply(int handle, int row, int column, Block block) {
            throw new IllegalStateException("no block was asked for");
        }
    };

    /**
     * Says what shall become of one row of blocks: by the row, since asking for each block costs as much as reading it.
     *
     * @param row of blocks, 0 at the top
     * @param handles to be filled from 0 to columns: a number of the edit's own choice ≥ 0, or {@link #UNTOUCHED}
     * @param columns blocks that hold samples of the picture
     */
    void plan(int row, int[] handles, int columns);

    /**
     * Changes one block. AC coefficients stay within ±{@link Block#MAX_AC}; the DC coefficient is limited by the caller.
     *
     * @param handle what {@link #plan} said about the block
     */
    void apply(int handle, int row, int column, Block block);
}
