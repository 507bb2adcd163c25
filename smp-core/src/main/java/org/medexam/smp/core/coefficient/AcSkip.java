package org.medexam.smp.core.coefficient;

import org.medexam.smp.core.jpeg.HuffmanTable;

/**
 * Passes over AC coefficients without keeping them: one look at twelve bits swallows as many whole coefficients
 * (code and value, T.81 F.2.2.2) as lie in them.
 *
 * <p>An entry holds in bits 0–4 how many bits it swallows, in bits 5–11 by how many places of the zigzag order, and
 * {@link #END} when the last thing swallowed was the end of the block. 0 stands for what must be read one by one: codes
 * longer than the look, and codes that do not exist.
 */
final class AcSkip {

    static final int LOOK = HuffmanTable.LOOK_BITS;
    static final int ZRL = 0xF0;
    static final int EOB = 0x00;

    private static final int LENGTH_BITS = 5;
    private static final int LENGTH = (1 << LENGTH_BITS) - 1;
    /** More than any place, so that it can be told from places after it has been added to one. */
    private static final int END = 128;

    private final HuffmanTable table;
    private final char[] entries = new char[1 << LOOK];

    AcSkip(HuffmanTable table) {
        this.table = table;
        char[] look = table.look();
        for (int bits = 0; bits < entries.length; bits++) {
            entries[bits] = (char) entry(look, bits);
        }
    }

    private static int entry(char[] look, int bits) {
        int used = 0;
        int places = 0;
        int entry = 0;
        while (used < LOOK) {
            int found = look[bits << used & (1 << LOOK) - 1];
            int length = found >> 8;
            int run = found >> 4 & 0xF;
            int category = found & 0xF;
            if (length == 0 || length > LOOK - used) {
                break;
            }
            if ((found & 0xFF) == EOB) {
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

    HuffmanTable table() {
        return table;
    }

    /**
     * @param k place in zigzag order of the next coefficient
     * @param position its first bit
     * @param window the bits from there on
     * @param valid how many of the window's bits are good
     * @return the bit after the block
     */
    int skip(byte[] bits, int position, int k, long window, int valid) {
        int place = k;
        int at = position;
        long rest = window;
        int good = valid;
        while (true) {
            if (good < LOOK) {
                rest = BitWindow.at(bits, at);
                good = BitWindow.GOOD;
            }
            int entry = entries[(int) (rest >>> (Long.SIZE - LOOK))];
            int length = entry & LENGTH;
            int reached = place + (entry >>> LENGTH_BITS);
            boolean inside = reached <= Block.SIZE;
            boolean ended = reached >= END + place && reached < END + Block.SIZE;
            if (entry == 0 || !inside && !ended) {
                // the look went past the end of the block, into the next one
                return skipOneByOne(bits, at, place);
            }
            at += length;
            if (reached >= Block.SIZE) {
                return at;
            }
            place = reached;
            rest <<= length;
            good -= length;
        }
    }

    private int skipOneByOne(byte[] bits, int position, int k) {
        int at = position;
        int place = k;
        while (place < Block.SIZE) {
            int found = table.find(BitWindow.at(bits, at));
            int symbol = AcSymbols.mustExist(found, at);
            at += found >> 8;
            if (symbol == EOB) {
                return at;
            }
            at += symbol & 0xF;
            place = AcSymbols.after(place, symbol, at);
        }
        return at;
    }
}
