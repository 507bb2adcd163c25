package org.medexam.smp.imaging.coefficient.block;

import org.medexam.smp.imaging.jpeg.Component;

/** All coefficients of a component: blocks row by row, each in zigzag order. */
public final class Plane {

    /** Memory of a block in bytes. */
    public static final int BYTES_PER_BLOCK = Block.SIZE * Short.BYTES + Long.BYTES;

    private final Component component;
    private final short[] values;
    /** For each block a bit set of its nonzero AC coefficients; most are zero and need no visit. */
    private final long[] nonZeroAc;

    public Plane(Component component) {
        this.component = component;
        int blocks = component.paddedAcross() * component.paddedDown();
        this.values = new short[blocks * Block.SIZE];
        this.nonZeroAc = new long[blocks];
    }

    public Component component() {
        return component;
    }

    /** Number of a block, by its row and column. */
    public int block(int row, int column) {
        return row * component.paddedAcross() + column;
    }

    /** The coefficients, block after block. */
    public short[] values() {
        return values;
    }

    /** For each block a bit set of its nonzero AC coefficients. */
    public long[] nonZeroAc() {
        return nonZeroAc;
    }

    /** The DC coefficient of a block. */
    public int dc(int block) {
        return values[block * Block.SIZE];
    }

    /** Copies a block's coefficients into an empty {@link Block}. */
    public void load(int number, Block block) {
        int first = number * Block.SIZE;
        int[] to = block.values();
        to[0] = values[first];
        for (long left = nonZeroAc[number]; left != 0; left &= left - 1) {
            int k = Long.numberOfTrailingZeros(left);
            to[k] = values[first + k];
        }
        block.setNonZeroAc(nonZeroAc[number]);
    }

    /** Copies the coefficients of a {@link Block} back and empties it. */
    public void store(int number, Block block) {
        int first = number * Block.SIZE;
        int[] from = block.values();
        values[first] = (short) from[0];
        from[0] = 0;
        for (long left = nonZeroAc[number] | block.nonZeroAc(); left != 0; left &= left - 1) {
            int k = Long.numberOfTrailingZeros(left);
            values[first + k] = (short) from[k];
            from[k] = 0;
        }
        nonZeroAc[number] = block.nonZeroAc();
        block.setNonZeroAc(0);
    }
}
