package org.medexam.smp.imaging.jpeg.scan;

import java.util.Arrays;
import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.SegmentReader;

/**
 * One Huffman table: which symbol each code stands for (T.81, annex C), immutable.
 *
 * <p>Looking up is done on a window of 64 bits whose first bit is the first of the code. Codes of up to
 * {@link #LOOK_BITS} bits take one step; the few longer ones are searched by length (F.2.2.3).
 */
public final class HuffmanTable {

    /** The longest code there is (B.2.4.2). */
    public static final int MAX_LENGTH = 16;
    /** Bits of one look: measured best between 10 and 13, larger tables fall out of the first cache. */
    public static final int LOOK_BITS = 12;

    private final int[] counts;
    private final byte[] values;
    private final int[] codes = new int[256];
    private final byte[] lengths = new byte[256];
    private final int[] lastCode = new int[MAX_LENGTH + 1];
    private final int[] valueOffset = new int[MAX_LENGTH + 1];
    private final char[] look = new char[1 << LOOK_BITS];

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
     * @param counts BITS: how many codes of each length 1 to 16 there are; index 0 is not used
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
                enter(values[next++] & 0xFF, code++, length);
            }
            lastCode[length] = counts[length] == 0 ? -1 : code - 1;
            code <<= 1;
        }
    }

    private void enter(int symbol, int code, int length) {
        codes[symbol] = code;
        lengths[symbol] = (byte) length;
        if (length <= LOOK_BITS) {
            int spare = LOOK_BITS - length;
            Arrays.fill(look, code << spare, (code + 1) << spare, (char) (length << 8 | symbol));
        }
    }

    /** The code's length << 8 | symbol at the front of the window; 0 where no code begins like that. */
    public int find(long window) {
        return find(window, window);
    }

    /**
     * The same for who has the first bits before the others.
     *
     * @param first of whose bits the first {@value #LOOK_BITS} are good
     * @param window of whose bits the first {@value #MAX_LENGTH} are good
     */
    public int find(long first, long window) {
        int found = look[(int) (first >>> (64 - LOOK_BITS))];
        return found != 0 ? found : findLong(window);
    }

    private int findLong(long window) {
        for (int length = LOOK_BITS + 1; length <= MAX_LENGTH; length++) {
            int code = (int) (window >>> (64 - length));
            int index = code + valueOffset[length];
            // all codes of one length follow each other, so only those between first and last exist
            if (code <= lastCode[length] && index >= 0 && index < values.length) {
                return length << 8 | values[index] & 0xFF;
            }
        }
        return 0;
    }

    /** The same as {@link #find} for codes of at most {@link #LOOK_BITS} bits, by those bits; else 0. Not to be changed. */
    public char[] look() {
        return look;
    }

    /** The code of a symbol, right-aligned. */
    public int code(int symbol) {
        return codes[symbol];
    }

    /** The length of a symbol's code in bits; 0 when it has none. */
    public int length(int symbol) {
        return lengths[symbol];
    }

    /** How many codes of a length there are. */
    public int count(int length) {
        return counts[length];
    }

    /** The symbols in the order of their codes. */
    public byte[] values() {
        return values.clone();
    }

    boolean says(int[] otherCounts, byte[] otherValues) {
        return Arrays.equals(counts, otherCounts) && Arrays.equals(values, otherValues);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof HuffmanTable table && says(table.counts, table.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Arrays.hashCode(values);
    }
}
