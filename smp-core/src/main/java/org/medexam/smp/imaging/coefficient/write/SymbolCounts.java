package org.medexam.smp.imaging.coefficient.write;

import org.medexam.smp.imaging.coefficient.block.AdditionalBits;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.HuffmanSymbol;
import org.medexam.smp.imaging.coefficient.block.Plane;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/** Counts the symbols of a component's blocks (T.81, K.2: Gather statistics). */
final class SymbolCounts {

    private final int[] dc = new int[256];
    private final int[] ac = new int[256];

    void add(Plane plane, int block, int difference) {
        dc[AdditionalBits.category(difference)]++;
        short[] values = plane.values();
        int first = block * Block.SIZE;
        int previous = 0;
        for (long left = plane.nonZeroAc()[block]; left != 0; left &= left - 1) {
            int k = Long.numberOfTrailingZeros(left);
            int zeros = k - previous - 1;
            for (; zeros > 15; zeros -= 16) {
                ac[HuffmanSymbol.ZRL]++;
            }
            ac[zeros << 4 | AdditionalBits.category(values[first + k])]++;
            previous = k;
        }
        if (previous < Block.SIZE - 1) {
            ac[HuffmanSymbol.EOB]++;
        }
    }

    HuffmanTable dcTable() {
        return OptimalHuffmanTable.of(dc);
    }

    HuffmanTable acTable() {
        return OptimalHuffmanTable.of(ac);
    }
}
