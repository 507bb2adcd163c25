package org.medexam.smp.imaging.coefficient.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.medexam.smp.imaging.coefficient.block.BitWindow;

/** Writes bits into a growing array of limited length, most significant bit first, without stuffing. */
public final class BitWriter {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** The most bits of one {@link #put}; up to seven more may be pending. */
    public static final int MAX_BITS = Long.SIZE - 8;

    /** Each write stores a whole word, so the array is longer than its content. */
    private static final int SLACK = 2 * Long.BYTES;
    /** The most bytes of a block: 64 codes of 16 bits, each with up to 15 additional bits, rounded up. */
    private static final int MAX_BLOCK = 256;

    private final int limit;
    private byte[] bytes;
    private int whole;
    private long pending;
    private int pendingBits;

    /**
     * @param expected probable length of the output in bytes
     * @param limit maximal length of the output in bytes
     */
    public BitWriter(int expected, int limit) {
        this.limit = limit;
        this.bytes = new byte[Math.min(expected, limit) + MAX_BLOCK + SLACK];
    }

    /**
     * Writes bits.
     *
     * @param value right-aligned; its higher bits are zero
     * @param count 0–{@value #MAX_BITS}
     */
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

    /**
     * Ensures that the codes of a block fit.
     *
     * @throws NotEncodable if the output would exceed its limit
     */
    public void ensureBlockFits() {
        ensureCapacity(MAX_BLOCK);
    }

    private void ensureCapacity(int count) {
        long needed = (long) whole + count + SLACK;
        if (needed <= bytes.length) {
            return;
        }
        if (whole > limit || needed - MAX_BLOCK - SLACK > limit) {
            throw new NotEncodable("more than " + limit + " bytes");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(needed, whole * 3L / 2), limit + MAX_BLOCK + SLACK));
    }

    /**
     * Copies bits of a source.
     *
     * @param from the first bit
     * @param to the bit after the last
     * @throws NotEncodable if the output would exceed its limit
     */
    public void copy(byte[] source, int from, int to) {
        ensureCapacity((to - from >>> 3) + MAX_BLOCK);
        int next = from;
        int left = to - from;
        int at = whole;
        long carried = pending;
        // seven bytes a step: a window holds no eighth byte at every position
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

    /**
     * Fills the last byte with ones (T.81, F.1.2.3).
     *
     * @return the number of bytes written
     */
    public int align() {
        put((1 << (-pendingBits & 7)) - 1, -pendingBits & 7);
        return whole;
    }

    /** The output; only as many bytes are valid as {@link #align} returned. */
    public byte[] bytes() {
        return bytes;
    }
}
