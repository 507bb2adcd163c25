package org.medexam.smp.imaging.coefficient.block;

/**
 * The quantized coefficients of 8 × 8 samples in zigzag order (T.81, A.3.6), with a bit set of the nonzero ones.
 *
 * <p>Mutable, since one instance is filled and emptied for every decoded block of a picture.
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

    /**
     * A coefficient.
     *
     * @param k zigzag index; 0 is the DC coefficient itself, not its difference
     */
    public int get(int k) {
        return values[k];
    }

    public void setDc(int value) {
        values[0] = value;
    }

    /**
     * Adds to an AC coefficient and clamps it to ±{@value #MAX_AC}. The method has no branch, since no processor predicts
     * whether a coefficient becomes or stops being zero.
     *
     * @param k zigzag index, 1–63
     */
    public void addAc(int k, int change) {
        int value = Math.max(-MAX_AC, Math.min(MAX_AC, values[k] + change));
        values[k] = value;
        long isNotZero = (value | -value) >>> 31;
        nonZeroAc = nonZeroAc & ~(1L << k) | isNotZero << k;
    }

    /** A bit set of the zigzag indices of nonzero AC coefficients. */
    public long nonZeroAc() {
        return nonZeroAc;
    }

    /** Clamps the DC coefficient to the range of 8-bit samples. */
    public void clampDc() {
        values[0] = Math.max(MIN_DC, Math.min(MAX_DC, values[0]));
    }

    /** The coefficients themselves; {@link #setNonZeroAc} must follow a change of AC coefficients. */
    public int[] values() {
        return values;
    }

    public void setNonZeroAc(long indices) {
        nonZeroAc = indices;
    }
}
