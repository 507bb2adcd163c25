package org.medexam.smp.imaging.coefficient.copy;

import org.medexam.smp.imaging.coefficient.block.AdditionalBits;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.HuffmanSymbol;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/**
 * A lookup table for the beginning of a block: twelve bits give the DC difference (T.81, F.2.2.1) and skip the AC
 * coefficients that are complete in the remaining bits.
 *
 * <p>An entry holds in bits 0–5 the number of bits that it consumes, so that a window can be shifted by the entry itself;
 * in bits 6–12 the zigzag index of the next coefficient, 64 if the block is complete; above them the difference. The
 * entry 0 stands for blocks that are decoded code by code.
 */
final class DcLookup {

    private static final int BITS = HuffmanTable.LOOKUP_BITS;
    private static final int INDEX_SHIFT = 6;
    private static final int DIFFERENCE_SHIFT = 13;

    private final int[] entries = new int[1 << BITS];

    DcLookup(HuffmanTable dc, HuffmanTable ac) {
        for (int bits = 0; bits < entries.length; bits++) {
            entries[bits] = entry(dc.lookup(), ac.lookup(), bits);
        }
    }

    private static int entry(char[] dc, char[] ac, int bits) {
        int category = dc[bits] & 0xFF;
        int used = (dc[bits] >> 8) + category;
        if (dc[bits] == 0 || used > BITS || category > HuffmanSymbol.MAX_DC_CATEGORY) {
            return 0;
        }
        int difference = AdditionalBits.extend((long) bits << Long.SIZE - BITS + used - category, category);
        int k = 1;
        while (used < BITS && k < Block.SIZE) {
            int found = ac[bits << used & (1 << BITS) - 1];
            int symbol = found & 0xFF;
            int length = found >> 8;
            if (length == 0 || length > BITS - used) {
                break;
            }
            if (symbol == HuffmanSymbol.EOB) {
                used += length;
                k = Block.SIZE;
                break;
            }
            int next = k + (symbol >> 4) + 1;
            if ((symbol & 0xF) == 0 && symbol != HuffmanSymbol.ZRL || next > Block.SIZE) {
                break;
            }
            k = next;
            used += length + (symbol & 0xF);
        }
        return difference << DIFFERENCE_SHIFT | k << INDEX_SHIFT | used;
    }

    int find(long window) {
        return entries[(int) (window >>> (Long.SIZE - BITS))];
    }

    static int length(int entry) {
        return entry & 63;
    }

    static int index(int entry) {
        return entry >>> INDEX_SHIFT & 0x7F;
    }

    static int difference(int entry) {
        return entry >> DIFFERENCE_SHIFT;
    }
}
