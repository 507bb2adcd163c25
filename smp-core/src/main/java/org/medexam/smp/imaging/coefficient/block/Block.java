package org.medexam.smp.imaging.coefficient.block;

/**
 * The quantised coefficients of 8 × 8 samples in zigzag order (T.81, A.3.6), with a note of which are not zero.
 *
 * <p>A working place that is filled and emptied thousands of times a picture, hence mutable and open.
 */
public final class Block {

    /** Coefficients in a block. */
    public static final int SIZE = 64;
    /** The largest AC coefficient of 8-bit samples, either sign (F.1.2.2.1). */
    public static final int MAX_AC = 1023;
    /** The range of DC coefficients of 8-bit samples (F.1.2.1.1). */
    private static final int MIN_DC = -1024;

    private static final int MAX_DC = 1023;

    private final int[] values = new int[SIZE];
    private long nonZeroAc;

    /** @param k place in zigzag order; 0 is the DC coefficient itself, not its difference */
    public int get(int k) {
        return values[k];
    }

    public void setDc(int value) {
        values[0] = value;
    }

    /**
     * Changes an AC coefficient, within ±{@value #MAX_AC}. Without a branch: whether a coefficient becomes zero, or stops
     * being it, no processor can guess.
     *
     * @param k place in zigzag order, 1–63
     */
    public void addAc(int k, int change) {
        int value = Math.max(-MAX_AC, Math.min(MAX_AC, values[k] + change));
        values[k] = value;
        long isNotZero = (value | -value) >>> 31;
        nonZeroAc = nonZeroAc & ~(1L << k) | isNotZero << k;
    }

    /** One bit for each AC coefficient that is not zero. */
    public long nonZeroAc() {
        return nonZeroAc;
    }

    /** Keeps the DC coefficient within what decoders expect. */
    public void limitDc() {
        values[0] = Math.max(MIN_DC, Math.min(MAX_DC, values[0]));
    }

    /** Who sets a whole block's coefficients sets them here, and says afterwards which are not zero. */
    public int[] values() {
        return values;
    }

    public void setNonZeroAc(long places) {
        nonZeroAc = places;
    }
}
