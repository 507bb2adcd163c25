package org.medexam.smp.imaging.coefficient.block;

/** The additional bits that follow the code of a value's category SSSS (T.81, F.1.2.1, tables F.1 and F.2). */
public final class AdditionalBits {

    private AdditionalBits() {}

    /** The category SSSS of a value: the number of bits of its magnitude. */
    public static int category(int value) {
        int sign = value >> 31;
        return Integer.SIZE - Integer.numberOfLeadingZeros((value ^ sign) - sign);
    }

    /** The additional bits: the low bits of the value, or of the value minus one if it is negative. */
    public static int bits(int value, int category) {
        return value + (value >> 31) & (1 << category) - 1;
    }

    /** The value of the additional bits at the front of a window: EXTEND (figure F.12). */
    public static int extend(long window, int category) {
        if (category == 0) {
            return 0;
        }
        int value = (int) (window >>> (Long.SIZE - category));
        return window < 0 ? value : value - (1 << category) + 1;
    }
}
