package org.medexam.smp.imaging.coefficient.write;

import java.util.Arrays;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/**
 * The codes of an output scan. An optimized table lacks the symbols that its picture did not contain; such a symbol
 * gets an unused code of sixteen bits, so that the codes that are already written stay valid.
 */
public final class EncodingTable {

    private static final int MAX_LENGTH = HuffmanTable.MAX_LENGTH;
    private static final int LENGTH_BITS = 5;
    private static final int LENGTH = (1 << LENGTH_BITS) - 1;
    /** The code of ones alone is reserved (T.81, C.2). */
    private static final int ALL_ONES = (1 << MAX_LENGTH) - 1;

    private final HuffmanTable table;
    /** For each symbol {@code code << 5 | length}; 0 if it has no code. */
    private final int[] codes = new int[256];

    private final byte[] added = new byte[256];
    private int addedCount;
    private int nextCode;

    public EncodingTable(HuffmanTable table) {
        this.table = table;
        for (int symbol = 0; symbol < codes.length; symbol++) {
            codes[symbol] = table.code(symbol) << LENGTH_BITS | table.length(symbol);
        }
        for (int length = 1; length <= MAX_LENGTH; length++) {
            nextCode += table.count(length) << (MAX_LENGTH - length);
        }
    }

    /** A symbol's code with its length; 0 if it has none. */
    public int find(int symbol) {
        return codes[symbol];
    }

    /** The code of a found entry, right-aligned. */
    public static long code(int found) {
        return found >>> LENGTH_BITS;
    }

    /** The length of a found entry's code in bits. */
    public static int length(int found) {
        return found & LENGTH;
    }

    /** Adds a code for a symbol that has none; returns whether the symbol has a code now. */
    public boolean ensureCode(int symbol) {
        if (codes[symbol] == 0 && nextCode < ALL_ONES) {
            codes[symbol] = nextCode++ << LENGTH_BITS | MAX_LENGTH;
            added[addedCount++] = (byte) symbol;
        }
        return codes[symbol] != 0;
    }

    /** The Huffman table of all codes, added ones included. */
    public HuffmanTable table() {
        if (addedCount == 0) {
            return table;
        }
        int[] counts = new int[MAX_LENGTH + 1];
        for (int length = 1; length <= MAX_LENGTH; length++) {
            counts[length] = table.count(length);
        }
        counts[MAX_LENGTH] += addedCount;
        byte[] values = table.values();
        byte[] all = Arrays.copyOf(values, values.length + addedCount);
        System.arraycopy(added, 0, all, values.length, addedCount);
        return new HuffmanTable(counts, all);
    }
}
