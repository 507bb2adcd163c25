package org.medexam.smp.imaging.jpeg;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One marker segment's parameters, read from front to back (T.81, B.1.1.4). */
final class SegmentReader {

    private final String name;
    private final byte[] file;
    private final int start;
    private final int end;
    private int next;

    /** @param start place of the length field, right after the marker */
    static SegmentReader at(byte[] file, int start, String name) {
        if (start + 2 > file.length) {
            throw JpegErrors.invalid(name + " is cut off at its length (B.1.1.4)");
        }
        int length = (file[start] & 0xFF) << 8 | file[start + 1] & 0xFF;
        if (length < 2 || start + length > file.length) {
            throw JpegErrors.invalid(
                    name + " at byte " + start + " has the length " + length + " and the file ends before (B.1.1.4)");
        }
        return new SegmentReader(name, file, start + 2, start + length);
    }

    private SegmentReader(String name, byte[] file, int start, int end) {
        this.name = name;
        this.file = file;
        this.start = start;
        this.end = end;
        this.next = start;
    }

    int end() {
        return end;
    }

    int remaining() {
        return end - next;
    }

    int unsigned8() {
        if (next >= end) {
            throw JpegErrors.invalid(name + " is shorter than what it announces (B.2)");
        }
        return file[next++] & 0xFF;
    }

    int unsigned16() {
        return unsigned8() << 8 | unsigned8();
    }

    byte[] bytes(int count) {
        if (count > remaining()) {
            throw JpegErrors.invalid(name + " is shorter than what it announces (B.2)");
        }
        next += count;
        return Arrays.copyOfRange(file, next - count, next);
    }

    /** Whether the parameters begin with this text and a zero byte, as applications sign their segments. */
    boolean isSigned(String signature) {
        byte[] expected = (signature + '\0').getBytes(StandardCharsets.US_ASCII);
        return start + expected.length <= end
                && Arrays.equals(file, start, start + expected.length, expected, 0, expected.length);
    }

    void mustEnd() {
        if (next != end) {
            throw JpegErrors.invalid(name + " is " + (end - next) + " bytes longer than its parameters (B.2)");
        }
    }
}
