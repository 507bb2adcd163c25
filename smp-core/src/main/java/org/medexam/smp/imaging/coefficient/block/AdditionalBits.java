package org.medexam.smp.imaging.coefficient.block;

/** How values are written behind the code of their category SSSS (T.81, F.1.2.1.1, tables F.1 and F.2). */
public final class AdditionalBits {

    private AdditionalBits() {}

    /** The number of bits of the magnitude. */
    public static int category(int value) {
        int sign = value >> 31;
        return Integer.SIZE - Integer.numberOfLeadingZeros((value ^ sign) - sign);
    }

    /** The low bits that follow the code: the value, or one less for negative values. */
    public static int bits(int value, int category) {
        return value + (value >> 31) & (1 << category) - 1;
    }

    /** EXTEND (figure F.12) of the first bits of a window. */
    public static int extend(long window, int category) {
        if (category == 0) {
            return 0;
        }
        int value = (int) (window >>> (Long.SIZE - category));
        return window < 0 ? value : value - (1 << category) + 1;
    }
}
