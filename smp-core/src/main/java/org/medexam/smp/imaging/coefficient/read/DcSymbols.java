package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.coefficient.block.HuffmanSymbol;

/** What codes of DC differences may say (T.81, table F.1). */
public final class DcSymbols {

    private DcSymbols() {}

    /** @param found what {@link org.medexam.smp.imaging.jpeg.scan.HuffmanTable#find} gave; @return the category */
    public static int mustExist(int found, int position) {
        int category = AcSymbols.mustExist(found, position);
        if (category > HuffmanSymbol.MAX_DC_CATEGORY) {
            throw new InvalidEntropyData(position, "a DC difference of " + category + " bits (F.1.2.1.1)");
        }
        return category;
    }

    /** A DC coefficient as any sample depth knows it; more would not even be kept whole. */
    public static int inRange(int value, int position) {
        if (value != (short) value) {
            throw new InvalidEntropyData(position, "a DC coefficient of " + value + " (F.1.2.1.1)");
        }
        return value;
    }
}
