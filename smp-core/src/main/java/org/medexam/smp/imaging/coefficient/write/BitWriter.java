package org.medexam.smp.imaging.coefficient.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.medexam.smp.imaging.coefficient.block.BitWindow;

/** Writes bits, first bit first, without stuffing; grows up to a limit and no further. */
public final class BitWriter {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** Bits that can be put at once, after up to seven that wait. */
    public static final int MOST = Long.SIZE - 8;

    /** Each write stores a whole word, so some room must be left behind the last byte. */
    private static final int ROOM = 2 * Long.BYTES;
    /** Bytes that one block can take: 64 codes of 16 bits, each with up to 15 bits of value, and a little. */
    private static final int LARGEST_BLOCK = 256;

    private final int limit;
    private byte[] bytes;
    private int whole;
    private long pending;
    private int pendingBits;

    /** @param expected bytes that will probably be needed; @param limit bytes that may be written */
    public BitWriter(int expected, int limit) {
        this.limit = limit;
        this.bytes = new byte[Math.min(expected, limit) + LARGEST_BLOCK + ROOM];
    }

    /** @param value right-aligned, without higher bits; @param count 0–{@value #MOST} */
    public void put(long value, int count) {
        if (count == 0) {
            return;
        }
        long word = pending | value << (Long.SIZE - count) >>> pendingBits;
        WORDS.set(bytes, whole, word);
        int filled = pendingBits + count;
        whole += filled >>> 3;
        pending = word << (filled & ~7);
        pendingBits = filled & 7;
    }

    /** Makes sure that one block's codes can be put. */
    public void makeRoomForBlock() {
        makeRoom(LARGEST_BLOCK);
    }

    private void makeRoom(int count) {
        long needed = (long) whole + count + ROOM;
        if (needed <= bytes.length) {
            return;
        }
        if (whole > limit || needed - LARGEST_BLOCK - ROOM > limit) {
            throw new NotEncodable("more than " + limit + " bytes");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(needed, whole * 3L / 2), limit + LARGEST_BLOCK + ROOM));
    }

    /** Copies the bits of a source from one place to before another. */
    public void copy(byte[] source, int from, int to) {
        makeRoom((to - from >>> 3) + LARGEST_BLOCK);
        int next = from;
        int left = to - from;
        int at = whole;
        long carried = pending;
        // seven bytes a step: what a window holds for certain
        while (left >= 56) {
            long word = carried | (BitWindow.at(source, next) & ~0xFFL) >>> pendingBits;
            WORDS.set(bytes, at, word);
            at += 7;
            carried = word << 56;
            next += 56;
            left -= 56;
        }
        whole = at;
        pending = carried;
        put(left == 0 ? 0 : BitWindow.at(source, next) >>> (Long.SIZE - left), left);
    }

    /** Fills the last byte with ones (T.81, F.1.2.3); @return the bytes written so far */
    public int align() {
        put((1 << (-pendingBits & 7)) - 1, -pendingBits & 7);
        return whole;
    }

    /** What was written; only the bytes that {@link #align} counted mean anything. */
    public byte[] bytes() {
        return bytes;
    }
}
