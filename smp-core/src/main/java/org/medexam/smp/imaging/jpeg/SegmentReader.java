package org.medexam.smp.imaging.jpeg;

import java.util.Arrays;

/** Reads parameters of a marker segment from front to back (T.81, B.1.1.4). */
public final class SegmentReader {

    private final byte[] file;
    private final String name;
    private final int end;
    private int next;

    /**
     * @param name of the marker, for error messages
     * @param from index of the first parameter
     * @param to index after the last parameter
     */
    SegmentReader(byte[] file, String name, int from, int to) {
        this.file = file;
        this.name = name;
        this.next = from;
        this.end = to;
    }

    /** Index of the next parameter in the file. */
    public int position() {
        return next;
    }

    public int remaining() {
        return end - next;
    }

    public int unsigned8() {
        skip(1);
        return file[next - 1] & 0xFF;
    }

    public int unsigned16() {
        return unsigned8() << 8 | unsigned8();
    }

    public byte[] bytes(int count) {
        skip(count);
        return Arrays.copyOfRange(file, next - count, next);
    }

    public void skip(int count) {
        if (count > remaining()) {
            throw JpegErrors.invalid(name + " is shorter than what it announces (B.2)");
        }
        next += count;
    }

    /** Checks that no parameter is left. */
    public void mustEnd() {
        if (next != end) {
            throw JpegErrors.invalid(name + " is " + (end - next) + " bytes longer than its parameters (B.2)");
        }
    }
}
