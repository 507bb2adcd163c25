package org.medexam.smp.imaging.coefficient.copy;

import org.medexam.smp.imaging.coefficient.block.BitWindow;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.HuffmanSymbol;
import org.medexam.smp.imaging.coefficient.read.AcSymbols;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/**
 * Passes over AC coefficients without keeping them: one look at twelve bits swallows as many whole coefficients
 * (code and value, T.81 F.2.2.2) as lie in them.
 *
 * <p>An entry holds in bits 0–5 how many bits it swallows, so that the entry itself can be shifted by; above them by how
 * many places of the zigzag order, and {@link #END} more when the last thing swallowed was the end of the block.
 */
final class AcLookup {

    static final int LOOK = HuffmanTable.LOOK_BITS;

    private static final int LENGTH_BITS = 6;
    private static final int LENGTH = (1 << LENGTH_BITS) - 1;
    /** More than any place, so that it can be told from places after it has been added to one. */
    private static final int END = 128;
    /** What must be read one by one: codes longer than the look, and codes that do not exist. */
    private static final char ONE_BY_ONE = 255 << LENGTH_BITS;

    private final HuffmanTable table;
    private final char[] entries = new char[1 << LOOK];

    AcLookup(HuffmanTable table) {
        this.table = table;
        char[] look = table.look();
        for (int bits = 0; bits < entries.length; bits++) {
            entries[bits] = (char) entry(look, bits);
        }
    }

    private static int entry(char[] look, int bits) {
        int used = 0;
        int places = 0;
        int entry = ONE_BY_ONE;
        while (used < LOOK) {
            int found = look[bits << used & (1 << LOOK) - 1];
            int length = found >> 8;
            int run = found >> 4 & 0xF;
            int category = found & 0xF;
            if (length == 0 || length > LOOK - used) {
                break;
            }
            if ((found & 0xFF) == HuffmanSymbol.EOB) {
                return places + END << LENGTH_BITS | used + length;
            }
            if (category == 0 && run != 15 || places + run + 1 >= Block.SIZE) {
                break;
            }
            places += run + 1;
            used += length + category;
            entry = places << LENGTH_BITS | used;
        }
        return entry;
    }

    int look(long window) {
        return entries[(int) (window >>> (Long.SIZE - LOOK))];
    }

    static int length(int entry) {
        return entry & LENGTH;
    }

    /** By how many places of the zigzag order; beyond the block where it ended. */
    static int places(int entry) {
        return entry >>> LENGTH_BITS;
    }

    /** Whether the place reached by looks is the end of the block, and not one past which the last look went. */
    static boolean isEnd(int reached) {
        return reached == Block.SIZE || reached >= END && reached < END + Block.SIZE;
    }

    /** Passes over all AC coefficients of a block; @return the bit after it */
    int skip(byte[] bits, int position) {
        int at = position;
        int k = 1;
        while (true) {
            int entry = look(BitWindow.at(bits, at));
            int reached = k + places(entry);
            if (isEnd(reached)) {
                return at + length(entry);
            }
            if (reached >= Block.SIZE) {
                return skipOneByOne(bits, at, k);
            }
            at += length(entry);
            k = reached;
        }
    }

    /** @param k place in zigzag order of the next coefficient; @return the bit after the block */
    int skipOneByOne(byte[] bits, int position, int k) {
        int at = position;
        int place = k;
        while (place < Block.SIZE) {
            int found = table.find(BitWindow.at(bits, at));
            int symbol = AcSymbols.mustExist(found, at);
            at += found >> 8;
            if (symbol == HuffmanSymbol.EOB) {
                return at;
            }
            at += symbol & 0xF;
            place = AcSymbols.after(place, symbol, at);
        }
        return at;
    }
}
