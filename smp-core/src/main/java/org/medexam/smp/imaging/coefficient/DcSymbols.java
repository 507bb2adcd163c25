package org.medexam.smp.imaging.coefficient;

/** What codes of DC differences may say (T.81, table F.1). */
final class DcSymbols {

    /** Differences of 8-bit samples have no larger category. */
    static final int MAX_CATEGORY = 11;

    private DcSymbols() {}

    /** @param found what {@link org.medexam.smp.imaging.jpeg.HuffmanTable#find} gave; @return the category */
    static int mustExist(int found, int position) {
        int category = AcSymbols.mustExist(found, position);
        if (category > MAX_CATEGORY) {
            throw new BrokenCode(position, "a DC difference of " + category + " bits (F.1.2.1.1)");
        }
        return category;
    }

    /** A DC coefficient as any sample depth knows it; more would not even be kept whole. */
    static int inRange(int value, int position) {
        if (value != (short) value) {
            throw new BrokenCode(position, "a DC coefficient of " + value + " (F.1.2.1.1)");
        }
        return value;
    }
}
