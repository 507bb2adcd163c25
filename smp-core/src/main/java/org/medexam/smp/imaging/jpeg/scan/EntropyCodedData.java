package org.medexam.smp.imaging.jpeg.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.medexam.smp.imaging.jpeg.ByteWords;
import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.Marker;

/**
 * The bits of a scan without stuffed zero bytes, and the positions of its restart intervals (T.81, B.1.1.5, F.1.2.3).
 *
 * <p>Sixteen bytes of ones follow the last interval. No code consists of ones alone (C.2), so that a decoder that exceeds
 * the data finds no code there and never leaves the array.
 */
public final class EntropyCodedData {

    private static final VarHandle WINDOWS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int PADDING = 16;

    private final byte[] bits;
    private final int[] ends;
    private final int intervals;

    private EntropyCodedData(byte[] bits, int[] ends, int intervals) {
        this.bits = bits;
        this.ends = ends;
        this.intervals = intervals;
    }

    /**
     * Removes the stuffing of one scan.
     *
     * @param start index of the first byte after the scan header
     * @param end index of the marker that ends the scan
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} if restart markers are out of order
     */
    static EntropyCodedData read(byte[] file, int start, int end) {
        byte[] bits = new byte[end - start + PADDING + Long.BYTES];
        int[] ends = new int[8];
        int intervals = 0;
        int from = start;
        int to = 0;
        while (true) {
            while (from + Long.BYTES <= end) {
                long word = ByteWords.get(file, from);
                ByteWords.set(bits, to, word);
                int clean = ByteWords.bytesBeforeFF(word);
                from += clean;
                to += clean;
                if (clean < Long.BYTES) {
                    break;
                }
            }
            if (file[from] != (byte) Marker.PREFIX) {
                bits[to++] = file[from++];
                continue;
            }
            int marker = file[from + 1] & 0xFF;
            if (marker == 0) {
                bits[to++] = (byte) Marker.PREFIX;
                from += 2;
            } else if (marker == Marker.PREFIX) {
                from++; // fill bytes before a marker (B.1.1.2)
            } else {
                if (intervals == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * intervals);
                }
                ends[intervals] = to;
                if (!Marker.isRestart(marker)) {
                    Arrays.fill(bits, to, to + PADDING, (byte) 0xFF);
                    return new EntropyCodedData(bits, ends, intervals + 1);
                }
                if (marker - Marker.RST0 != (intervals & 7)) {
                    throw JpegErrors.invalid(
                            "RST" + (marker - Marker.RST0) + " where RST" + (intervals & 7) + " must stand (B.2.1)");
                }
                intervals++;
                from += 2;
            }
        }
    }

    /** The bits and their padding. Not to be altered. */
    public byte[] bits() {
        return bits;
    }

    /** The bits from a position on, the first one in the highest bit; at least 57 are valid. */
    public static long window(byte[] bits, int position) {
        return (long) WINDOWS.get(bits, position >>> 3) << (position & 7);
    }

    /** The number of restart intervals. */
    public int intervals() {
        return intervals;
    }

    /** The first bit of an interval. */
    public int start(int interval) {
        return interval == 0 ? 0 : ends[interval - 1] << 3;
    }

    /** The bit after the last of an interval. */
    public int end(int interval) {
        return ends[interval] << 3;
    }
}
