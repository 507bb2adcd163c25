package org.medexam.smp.imaging.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads and writes eight bytes of an array at once, to skip bytes that are not 0xFF. */
public final class ByteWords {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteWords() {}

    public static long get(byte[] bytes, int index) {
        return (long) WORDS.get(bytes, index);
    }

    public static void set(byte[] bytes, int index, long word) {
        WORDS.set(bytes, index, word);
    }

    /** How many bytes of a word precede the first 0xFF; 8 if none is 0xFF. */
    public static int bytesBeforeFF(long word) {
        long sevenBits = (word & 0x7F7F7F7F7F7F7F7FL) + 0x0101010101010101L;
        long found = sevenBits & word & 0x8080808080808080L;
        return found == 0 ? Long.BYTES : Long.numberOfTrailingZeros(found) >>> 3;
    }
}
