package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.coefficient.block.HuffmanSymbol;

/** Checks the symbols of DC differences (T.81, table F.1). */
public final class DcSymbols {

    private DcSymbols() {}

    /**
     * The category of a code.
     *
     * @param found as {@link org.medexam.smp.imaging.jpeg.scan.HuffmanTable#find} returned it
     * @throws InvalidEntropyData if no code was found, or 8-bit samples have no such category
     */
    public static int category(int found, int position) {
        int category = AcSymbols.symbol(found, position);
        if (category > HuffmanSymbol.MAX_DC_CATEGORY) {
            throw new InvalidEntropyData(position, "a DC difference of " + category + " bits (F.1.2.1.1)");
        }
        return category;
    }

    /**
     * Checks that a DC coefficient fits into 16 bits.
     *
     * @throws InvalidEntropyData if it does not fit
     */
    public static int checkRange(int value, int position) {
        if (value != (short) value) {
            throw new InvalidEntropyData(position, "a DC coefficient of " + value + " (F.1.2.1.1)");
        }
        return value;
    }
}
