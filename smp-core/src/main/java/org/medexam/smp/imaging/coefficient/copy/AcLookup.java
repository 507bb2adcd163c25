package org.medexam.smp.imaging.coefficient.copy;

import org.medexam.smp.imaging.coefficient.block.BitWindow;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.HuffmanSymbol;
import org.medexam.smp.imaging.coefficient.read.AcSymbols;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/**
 * A lookup table that skips AC coefficients: twelve bits skip as many coefficients as are complete in them, codes and
 * additional bits (T.81, F.2.2.2).
 *
 * <p>An entry holds in bits 0–5 the number of bits that it consumes, so that a window can be shifted by the entry itself;
 * above them the number of zigzag indices that it skips, plus {@link #END} if it ends the block.
 */
final class AcLookup {

    private static final int BITS = HuffmanTable.LOOKUP_BITS;

    private static final int LENGTH_BITS = 6;
    private static final int LENGTH = (1 << LENGTH_BITS) - 1;
    /** More than any zigzag index, so that a sum with an index shows it. */
    private static final int END = 128;
    /** Codes that are longer than the lookup, or do not exist. */
    private static final char CODE_BY_CODE = 255 << LENGTH_BITS;

    private final HuffmanTable table;
    private final char[] entries = new char[1 << BITS];

    AcLookup(HuffmanTable table) {
        this.table = table;
        char[] codes = table.lookup();
        for (int bits = 0; bits < entries.length; bits++) {
            entries[bits] = (char) entry(codes, bits);
        }
    }

    private static int entry(char[] codes, int bits) {
        int used = 0;
        int advance = 0;
        int entry = CODE_BY_CODE;
        while (used < BITS) {
            int found = codes[bits << used & (1 << BITS) - 1];
            int length = found >> 8;
            int run = found >> 4 & 0xF;
            int category = found & 0xF;
            if (length == 0 || length > BITS - used) {
                break;
            }
            if ((found & 0xFF) == HuffmanSymbol.EOB) {
                return advance + END << LENGTH_BITS | used + length;
            }
            if (category == 0 && run != 15 || advance + run + 1 >= Block.SIZE) {
                break;
            }
            advance += run + 1;
            used += length + category;
            entry = advance << LENGTH_BITS | used;
        }
        return entry;
    }

    int find(long window) {
        return entries[(int) (window >>> (Long.SIZE - BITS))];
    }

    /** The number of bits that an entry consumes. */
    static int length(int entry) {
        return entry & LENGTH;
    }

    /** The number of zigzag indices that an entry skips. */
    static int advance(int entry) {
        return entry >>> LENGTH_BITS;
    }

    /** Whether an index reached by entries is the end of the block, and not past it. */
    static boolean isEnd(int reached) {
        return reached == Block.SIZE || reached >= END && reached < END + Block.SIZE;
    }

    /**
     * Skips the AC coefficients of a block.
     *
     * @return the bit after the block
     */
    int skip(byte[] bits, int position) {
        int at = position;
        int k = 1;
        while (true) {
            int entry = find(BitWindow.at(bits, at));
            int reached = k + advance(entry);
            if (isEnd(reached)) {
                return at + length(entry);
            }
            if (reached >= Block.SIZE) {
                return skipCodeByCode(bits, at, k);
            }
            at += length(entry);
            k = reached;
        }
    }

    /**
     * Skips coefficients code by code.
     *
     * @param k zigzag index of the next coefficient
     * @return the bit after the block
     * @throws org.medexam.smp.imaging.coefficient.read.InvalidEntropyData if a code breaks the standard
     */
    int skipCodeByCode(byte[] bits, int position, int k) {
        int at = position;
        int index = k;
        while (index < Block.SIZE) {
            int found = table.find(BitWindow.at(bits, at));
            int symbol = AcSymbols.symbol(found, at);
            at += found >> 8;
            if (symbol == HuffmanSymbol.EOB) {
                return at;
            }
            at += symbol & 0xF;
            index = AcSymbols.after(index, symbol, at);
        }
        return at;
    }
}
