package org.medexam.smp.imaging.jpeg.scan;

import java.util.Arrays;
import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.SegmentReader;

/**
 * A Huffman table (T.81, annex C). Immutable.
 *
 * <p>A code is looked up in a window of 64 bits whose first bit is the first of the code. Codes of up to
 * {@link #LOOKUP_BITS} bits take one step; the few longer ones are searched by length (F.2.2.3).
 */
public final class HuffmanTable {

    /** The longest code in bits (B.2.4.2). */
    public static final int MAX_LENGTH = 16;
    /** Bits of a lookup; 10 to 13 were measured as fastest, larger tables exceed the first cache. */
    public static final int LOOKUP_BITS = 12;

    private final int[] counts;
    private final byte[] values;
    private final int[] codes = new int[256];
    private final byte[] lengths = new byte[256];
    private final int[] lastCode = new int[MAX_LENGTH + 1];
    private final int[] valueOffset = new int[MAX_LENGTH + 1];
    private final char[] lookup = new char[1 << LOOKUP_BITS];

    /** Reads the content of a table in DHT; a standard table is replaced by the shared instance. */
    static HuffmanTable read(SegmentReader segment) {
        int[] counts = new int[MAX_LENGTH + 1];
        int total = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            counts[length] = segment.unsigned8();
            total += counts[length];
        }
        if (total > 256) {
            throw JpegErrors.invalid("a Huffman table lists " + total + " symbols (B.2.4.2)");
        }
        byte[] values = segment.bytes(total);
        return StandardTables.find(counts, values).orElseGet(() -> new HuffmanTable(counts, values));
    }

    /**
     * @param counts BITS: the number of codes of each length 1 to 16; index 0 is not used
     * @param values HUFFVAL: the symbols in the order of their codes
     */
    public HuffmanTable(int[] counts, byte[] values) {
        this.counts = counts.clone();
        this.values = values.clone();
        int code = 0;
        int next = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            valueOffset[length] = next - code;
            if (code + counts[length] >= 1 << length && counts[length] > 0) {
                throw JpegErrors.invalid("a Huffman table has more codes of " + length + " bits than there are (C.2)");
            }
            for (int i = 0; i < counts[length]; i++) {
                addCode(values[next++] & 0xFF, code++, length);
            }
            lastCode[length] = counts[length] == 0 ? -1 : code - 1;
            code <<= 1;
        }
    }

    private void addCode(int symbol, int code, int length) {
        codes[symbol] = code;
        lengths[symbol] = (byte) length;
        if (length <= LOOKUP_BITS) {
            int spare = LOOKUP_BITS - length;
            Arrays.fill(lookup, code << spare, (code + 1) << spare, (char) (length << 8 | symbol));
        }
    }

    /** The code at the front of a window as {@code length << 8 | symbol}; 0 if there is no such code. */
    public int find(long window) {
        return find(window, window);
    }

    /**
     * As {@link #find(long)}, for callers that have the first bits earlier than the others.
     *
     * @param first its first {@value #LOOKUP_BITS} bits are valid
     * @param window its first {@value #MAX_LENGTH} bits are valid
     */
    public int find(long first, long window) {
        int found = lookup[(int) (first >>> (64 - LOOKUP_BITS))];
        return found != 0 ? found : findLong(window);
    }

    private int findLong(long window) {
        for (int length = LOOKUP_BITS + 1; length <= MAX_LENGTH; length++) {
            int code = (int) (window >>> (64 - length));
            int index = code + valueOffset[length];
            // the codes of one length are consecutive
            if (code <= lastCode[length] && index >= 0 && index < values.length) {
                return length << 8 | values[index] & 0xFF;
            }
        }
        return 0;
    }

    /** The results of {@link #find} by {@link #LOOKUP_BITS} bits; 0 for longer codes. Not to be altered. */
    public char[] lookup() {
        return lookup;
    }

    /** The code of a symbol, right-aligned. */
    public int code(int symbol) {
        return codes[symbol];
    }

    /** The length of a symbol's code in bits; 0 if it has none. */
    public int length(int symbol) {
        return lengths[symbol];
    }

    /** The number of codes of a length. */
    public int count(int length) {
        return counts[length];
    }

    /** The symbols in the order of their codes. */
    public byte[] values() {
        return values.clone();
    }

    boolean hasContent(int[] otherCounts, byte[] otherValues) {
        return Arrays.equals(counts, otherCounts) && Arrays.equals(values, otherValues);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof HuffmanTable table && hasContent(table.counts, table.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Arrays.hashCode(values);
    }
}
