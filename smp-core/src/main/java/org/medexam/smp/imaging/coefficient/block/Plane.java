package org.medexam.smp.imaging.coefficient.block;

import org.medexam.smp.imaging.jpeg.Component;

/** All coefficients of one component: blocks row by row, each in zigzag order. */
public final class Plane {

    /** Bytes that one block takes. */
    public static final int BYTES_PER_BLOCK = Block.SIZE * Short.BYTES + Long.BYTES;

    private final Component component;
    private final short[] values;
    /** Of each block one bit for each AC coefficient that is not zero: most are, and need not be visited. */
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

    /** Number of the block there. */
    public int block(int row, int column) {
        return row * component.paddedAcross() + column;
    }

    /** Block after block. */
    public short[] values() {
        return values;
    }

    public long[] nonZeroAc() {
        return nonZeroAc;
    }

    public int dc(int block) {
        return values[block * Block.SIZE];
    }

    /** Fills a block's working place, which is empty before. */
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

    /** Takes a block's coefficients back; the working place is empty afterwards. */
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
