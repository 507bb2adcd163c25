package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.coefficient.block.AdditionalBits;
import org.medexam.smp.imaging.coefficient.block.BitWindow;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.HuffmanSymbol;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/** Decodes the AC coefficients of one block of a sequential scan (T.81, F.2.2.2). */
public final class AcDecoder {

    private AcDecoder() {}

    /**
     * Decodes the AC coefficients of a block.
     *
     * @param position of the first bit
     * @param block empty before; its DC coefficient is not changed
     * @return the bit after the coefficients
     */
    public static int decode(HuffmanTable table, byte[] bits, int position, Block block) {
        int[] values = block.values();
        long nonZero = 0;
        int at = position;
        int k = 1;
        // the next code is looked up in bits that are already loaded: see ScanCopier
        long next = BitWindow.at(bits, at);
        while (k < Block.SIZE) {
            long window = BitWindow.at(bits, at);
            int found = table.find(next, window);
            int symbol = AcSymbols.symbol(found, at);
            int length = found >> 8;
            int category = symbol & 0xF;
            at += length + category;
            next = window << length + category;
            if (category == 0) {
                if (symbol == HuffmanSymbol.EOB) {
                    break;
                }
                k = AcSymbols.after(k, symbol, at);
            } else {
                k = AcSymbols.after(k, symbol, at);
                values[k - 1] = AdditionalBits.extend(window << length, category);
                nonZero |= 1L << k - 1;
            }
        }
        block.setNonZeroAc(nonZero);
        return at;
    }
}
