package org.medexam.smp.imaging.coefficient.block;

import org.medexam.smp.imaging.jpeg.scan.EntropyCodedData;

/** Reads bits at any position of an array. */
public final class BitWindow {

    /** The bits of a window that are valid at every position. */
    public static final int VALID_BITS = Long.SIZE - 7;

    private BitWindow() {}

    /** The bits from a position on, the first one in the highest bit. */
    public static long at(byte[] bits, int position) {
        return EntropyCodedData.window(bits, position);
    }
}
