package org.medexam.smp.imaging.coefficient.block;

import org.medexam.smp.imaging.jpeg.scan.EntropyCodedData;

/** Looking at bits at any place. */
public final class BitWindow {

    /** Bits of a window that are good wherever it begins. */
    public static final int GOOD = Long.SIZE - 7;

    private BitWindow() {}

    public static long at(byte[] bits, int position) {
        return EntropyCodedData.window(bits, position);
    }
}
