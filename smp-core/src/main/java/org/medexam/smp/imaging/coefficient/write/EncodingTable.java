package org.medexam.smp.imaging.coefficient.write;

import java.util.Arrays;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/**
 * The codes to write one scan's symbols with. A table made for one picture alone lacks the symbols that this picture
 * did not need; such a symbol gets a code of sixteen bits out of what the table leaves unused, so that no code changes
 * that is already written.
 */
public final class EncodingTable {

    private static final int LONGEST = HuffmanTable.MAX_LENGTH;
    private static final int LENGTH_BITS = 5;
    private static final int LENGTH = (1 << LENGTH_BITS) - 1;
    /** The code of ones alone must not be used (T.81, C.2). */
    private static final int ONES = (1 << LONGEST) - 1;

    private final HuffmanTable table;
    /** Of each symbol {@code code << 5 | length}; 0 where it has none. */
    private final int[] codes = new int[256];

    private final byte[] added = new byte[256];
    private int addedCount;
    private int nextCode;

    public EncodingTable(HuffmanTable table) {
        this.table = table;
        for (int symbol = 0; symbol < codes.length; symbol++) {
            codes[symbol] = table.code(symbol) << LENGTH_BITS | table.length(symbol);
        }
        for (int length = 1; length <= LONGEST; length++) {
            nextCode += table.count(length) << (LONGEST - length);
        }
    }

    /** A symbol's code with its length; 0 when it has none. */
    public int find(int symbol) {
        return codes[symbol];
    }

    /** The code itself, right-aligned. */
    public static long code(int found) {
        return found >>> LENGTH_BITS;
    }

    public static int length(int found) {
        return found & LENGTH;
    }

    /** Whether the symbol has a code, or can be given one. */
    public boolean canWrite(int symbol) {
        if (codes[symbol] == 0 && nextCode < ONES) {
            codes[symbol] = nextCode++ << LENGTH_BITS | LONGEST;
            added[addedCount++] = (byte) symbol;
        }
        return codes[symbol] != 0;
    }

    /** The table that says all these codes. */
    public HuffmanTable table() {
        if (addedCount == 0) {
            return table;
        }
        int[] counts = new int[LONGEST + 1];
        for (int length = 1; length <= LONGEST; length++) {
            counts[length] = table.count(length);
        }
        counts[LONGEST] += addedCount;
        byte[] values = table.values();
        byte[] all = Arrays.copyOf(values, values.length + addedCount);
        System.arraycopy(added, 0, all, values.length, addedCount);
        return new HuffmanTable(counts, all);
    }
}
