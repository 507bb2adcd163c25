package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.HuffmanSymbol;

/** Checks the symbols of AC coefficients (T.81, F.1.2.2.1). */
public final class AcSymbols {

    private AcSymbols() {}

    /**
     * The symbol of a code.
     *
     * @param found as {@link org.medexam.smp.imaging.jpeg.scan.HuffmanTable#find} returned it
     * @throws InvalidEntropyData if no code was found
     */
    public static int symbol(int found, int position) {
        if (found == 0) {
            throw new InvalidEntropyData(position, "no such code (C.2)");
        }
        return found & 0xFF;
    }

    /**
     * The zigzag index after a run of zeros and its coefficient, or after the sixteen zeros of ZRL.
     *
     * @throws InvalidEntropyData if the symbol is undefined, or the index exceeds the block
     */
    public static int after(int k, int symbol, int position) {
        if ((symbol & 0xF) == 0 && symbol != HuffmanSymbol.ZRL) {
            throw new InvalidEntropyData(position, "the symbol " + symbol + " has no meaning (F.1.2.2.1)");
        }
        int next = k + (symbol >> 4) + 1;
        if (next > Block.SIZE) {
            throw new InvalidEntropyData(position, "coefficient " + (next - 1) + " of 63 (F.1.2.2.1)");
        }
        return next;
    }
}
