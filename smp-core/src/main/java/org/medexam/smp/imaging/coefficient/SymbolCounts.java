package org.medexam.smp.imaging.coefficient;

import org.medexam.smp.imaging.jpeg.HuffmanTable;

/** Counts the symbols that a component's blocks will need (T.81, K.2: Gather statistics). */
final class SymbolCounts {

    private final int[] dc = new int[256];
    private final int[] ac = new int[256];

    void add(Plane plane, int block, int difference) {
        dc[Signed.category(difference)]++;
        short[] values = plane.values();
        int first = block * Block.SIZE;
        int previous = 0;
        for (long left = plane.nonZeroAc()[block]; left != 0; left &= left - 1) {
            int k = Long.numberOfTrailingZeros(left);
            int zeros = k - previous - 1;
            for (; zeros > 15; zeros -= 16) {
                ac[AcSkip.ZRL]++;
            }
            ac[zeros << 4 | Signed.category(values[first + k])]++;
            previous = k;
        }
        if (previous < Block.SIZE - 1) {
            ac[AcSkip.EOB]++;
        }
    }

    HuffmanTable dcTable() {
        return OptimalTable.of(dc);
    }

    HuffmanTable acTable() {
        return OptimalTable.of(ac);
    }
}
