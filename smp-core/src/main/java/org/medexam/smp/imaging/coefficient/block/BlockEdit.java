package org.medexam.smp.imaging.coefficient.block;

import java.util.Arrays;

/** An edit of the luma blocks of one picture. For one picture and one thread. */
public interface BlockEdit {

    /** The handle of a block that stays unchanged. */
    int UNCHANGED = -1;

    /** Changes no block: the picture is only checked and copied. */
    BlockEdit NONE = new BlockEdit() {
        @Override
        public void plan(int row, int[] handles, int columns) {
            Arrays.fill(handles, 0, columns, UNCHANGED);
        }

        @Override
        public void apply(int handle, int row, int column, Block block) {
            throw new IllegalStateException("no block has a handle");
        }
    };

    /**
     * Selects the blocks of a row that are changed; a call for each block would cost as much as decoding it.
     *
     * @param row row of blocks, 0 at the top
     * @param handles receives for each column a number of the edit's own choice ≥ 0, or {@link #UNCHANGED}
     * @param columns number of blocks that hold samples of the picture
     */
    void plan(int row, int[] handles, int columns);

    /**
     * Changes a block. AC coefficients must stay within ±{@link Block#MAX_AC}; the caller clamps the DC coefficient.
     *
     * @param handle as {@link #plan} gave it
     */
    void apply(int handle, int row, int column, Block block);
}
