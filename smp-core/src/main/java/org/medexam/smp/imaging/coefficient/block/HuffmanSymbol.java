package org.medexam.smp.imaging.coefficient.block;

/** Huffman symbols with a meaning of their own, and the largest category of DC differences (T.81, F.1.2). */
public final class HuffmanSymbol {

    /** End of block: every coefficient that follows is zero. */
    public static final int EOB = 0x00;
    /** A run of sixteen zero coefficients. */
    public static final int ZRL = 0xF0;
    /** The largest category SSSS of a DC difference of 8-bit samples (table F.1). */
    public static final int MAX_DC_CATEGORY = 11;

    private HuffmanSymbol() {}
}
