package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.HuffmanSymbol;

/** What codes of a scan may say (T.81, F.1.2.2.1); the refusals of those that say something else. */
public final class AcSymbols {

    private AcSymbols() {}

    /** @param found what {@link org.medexam.smp.imaging.jpeg.scan.HuffmanTable#find} gave; @return the symbol */
    public static int mustExist(int found, int position) {
        if (found == 0) {
            throw new InvalidEntropyData(position, "no such code (C.2)");
        }
        return found & 0xFF;
    }

    /** The place after a run of zeros and its coefficient; the sixteen zeros of ZRL count alike. */
    public static int after(int place, int symbol, int position) {
        if ((symbol & 0xF) == 0 && symbol != HuffmanSymbol.ZRL) {
            throw new InvalidEntropyData(position, "the symbol " + symbol + " has no meaning (F.1.2.2.1)");
        }
        int next = place + (symbol >> 4) + 1;
        if (next > Block.SIZE) {
            throw new InvalidEntropyData(position, "coefficient " + (next - 1) + " of 63 (F.1.2.2.1)");
        }
        return next;
    }
}
