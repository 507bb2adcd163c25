package org.medexam.smp.imaging.coefficient.copy;

import org.medexam.smp.imaging.coefficient.block.AdditionalBits;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.HuffmanSymbol;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/**
 * The first look at a block: twelve bits give the DC difference (T.81, F.2.2.1) and pass over as many AC coefficients
 * as lie whole in what is left of them.
 *
 * <p>An entry holds in bits 0–5 how many bits it swallows, so that the entry itself can be shifted by, in bits 6–12 the place of the next coefficient (64 when the
 * block is done), above them the difference. 0 stands for what must be read one by one.
 */
final class DcLookup {

    private static final int LOOK = HuffmanTable.LOOK_BITS;
    private static final int PLACE_SHIFT = 6;
    private static final int DIFFERENCE_SHIFT = 13;

    private final int[] entries = new int[1 << LOOK];

    DcLookup(HuffmanTable dc, HuffmanTable ac) {
        for (int bits = 0; bits < entries.length; bits++) {
            entries[bits] = entry(dc.look(), ac.look(), bits);
        }
    }

    private static int entry(char[] dc, char[] ac, int bits) {
        int category = dc[bits] & 0xFF;
        int used = (dc[bits] >> 8) + category;
        if (dc[bits] == 0 || used > LOOK || category > HuffmanSymbol.MAX_DC_CATEGORY) {
            return 0;
        }
        int difference = AdditionalBits.extend((long) bits << Long.SIZE - LOOK + used - category, category);
        int place = 1;
        while (used < LOOK && place < Block.SIZE) {
            int found = ac[bits << used & (1 << LOOK) - 1];
            int symbol = found & 0xFF;
            int length = found >> 8;
            if (length == 0 || length > LOOK - used) {
                break;
            }
            if (symbol == HuffmanSymbol.EOB) {
                used += length;
                place = Block.SIZE;
                break;
            }
            int next = place + (symbol >> 4) + 1;
            if ((symbol & 0xF) == 0 && symbol != HuffmanSymbol.ZRL || next > Block.SIZE) {
                break;
            }
            place = next;
            used += length + (symbol & 0xF);
        }
        return difference << DIFFERENCE_SHIFT | place << PLACE_SHIFT | used;
    }

    int look(long window) {
        return entries[(int) (window >>> (Long.SIZE - LOOK))];
    }

    static int length(int entry) {
        return entry & 63;
    }

    static int place(int entry) {
        return entry >>> PLACE_SHIFT & 0x7F;
    }

    static int difference(int entry) {
        return entry >> DIFFERENCE_SHIFT;
    }
}
