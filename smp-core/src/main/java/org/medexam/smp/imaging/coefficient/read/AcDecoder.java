package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.coefficient.block.AdditionalBits;
import org.medexam.smp.imaging.coefficient.block.BitWindow;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.HuffmanSymbol;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/** Decodes the AC coefficients of one block of a sequential scan (T.81, F.2.2.2). */
public final class AcDecoder {

    private AcDecoder() {}

    /** Reads AC coefficients into an empty block; @return the bit after them */
    public static int decode(HuffmanTable table, byte[] bits, int position, Block block) {
        int[] values = block.values();
        long nonZero = 0;
        int at = position;
        int place = 1;
        // what comes next is found in the bits of what came before: see ScanCopier
        long next = BitWindow.at(bits, at);
        while (place < Block.SIZE) {
            long window = BitWindow.at(bits, at);
            int found = table.find(next, window);
            int symbol = AcSymbols.mustExist(found, at);
            int length = found >> 8;
            int category = symbol & 0xF;
            at += length + category;
            next = window << length + category;
            if (category == 0) {
                if (symbol == HuffmanSymbol.EOB) {
                    break;
                }
                place = AcSymbols.after(place, symbol, at);
            } else {
                place = AcSymbols.after(place, symbol, at);
                values[place - 1] = AdditionalBits.extend(window << length, category);
                nonZero |= 1L << place - 1;
            }
        }
        block.setNonZeroAc(nonZero);
        return at;
    }
}
