package org.medexam.smp.imaging.coefficient;

import org.medexam.smp.imaging.jpeg.EntropyCodedData;

/** Looking at bits at any place. */
final class BitWindow {

    /** Bits of a window that are good wherever it begins. */
    static final int GOOD = Long.SIZE - 7;

    private BitWindow() {}

    static long at(byte[] bits, int position) {
        return EntropyCodedData.window(bits, position);
    }
}
