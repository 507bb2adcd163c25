package org.medexam.smp.imaging.coefficient.write;

import org.medexam.smp.imaging.coefficient.block.AdditionalBits;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.HuffmanSymbol;

/** Encodes the coefficients of whole blocks of one component in a sequential scan (T.81, F.1.2). */
public final class BlockEncoder {

    private final EncodingTable dc;
    private final EncodingTable ac;

    public BlockEncoder(EncodingTable dc, EncodingTable ac) {
        this.dc = dc;
        this.ac = ac;
    }

    /**
     * Encodes a DC difference, or the nearest one with a code in the direction of a fallback.
     *
     * @param fallback the received difference, which certainly has a code
     * @return the encoded difference
     * @throws NotEncodable if none of them has a code
     */
    public int encodeDc(int wanted, int fallback, BitWriter out) {
        int difference = wanted;
        while (difference != fallback && !isEncodable(difference)) {
            difference += Integer.signum(fallback - difference);
        }
        if (!isEncodable(difference)) {
            throw new NotEncodable("no code for a DC difference of " + difference);
        }
        put(dc, AdditionalBits.category(difference), difference, out);
        return difference;
    }

    /** Writes the code of a symbol and the additional bits of its value. */
    private static void put(EncodingTable codes, int symbol, int value, BitWriter out) {
        int found = codes.find(symbol);
        int category = symbol & 0xF;
        out.put(
                EncodingTable.code(found) << category | AdditionalBits.bits(value, category),
                EncodingTable.length(found) + category);
    }

    private boolean isEncodable(int difference) {
        int category = AdditionalBits.category(difference);
        return category <= HuffmanSymbol.MAX_DC_CATEGORY && dc.ensureCode(category);
    }

    /** Encodes the AC coefficients of a block (F.1.2.2) and empties it. */
    public void encodeAc(Block block, BitWriter out) {
        int[] values = block.values();
        long gathered = 0;
        int count = 0;
        int previous = 0;
        for (long left = block.nonZeroAc(); left != 0; left &= left - 1) {
            int k = Long.numberOfTrailingZeros(left);
            int zeros = k - previous - 1;
            int value = values[k];
            int category = AdditionalBits.category(value);
            values[k] = 0;
            int symbol = zeros << 4 | category;
            int found = zeros > 15 ? 0 : ac.find(symbol);
            if (found == 0) {
                out.put(gathered, count);
                gathered = 0;
                count = 0;
                if (encodeRare(zeros, value, out)) {
                    previous = k;
                }
                continue;
            }
            previous = k;
            int length = EncodingTable.length(found) + category;
            // several codes are written at once, since a write costs more than this loop
            if (count + length > BitWriter.MAX_BITS) {
                out.put(gathered, count);
                gathered = 0;
                count = 0;
            }
            long code = EncodingTable.code(found) << category | AdditionalBits.bits(value, category);
            gathered = gathered << length | code;
            count += length;
        }
        out.put(gathered, count);
        if (previous < Block.SIZE - 1) {
            if (!ac.ensureCode(HuffmanSymbol.EOB)) {
                throw new NotEncodable("no code for the end of a block");
            }
            put(ac, HuffmanSymbol.EOB, 0, out);
        }
        block.setNonZeroAc(0);
        block.setDc(0);
    }

    /**
     * Encodes a coefficient after more than fifteen zeros, or one whose symbol has no code yet.
     *
     * @return whether the coefficient was encoded; otherwise it becomes zero
     */
    private boolean encodeRare(int zeros, int coefficient, BitWriter out) {
        int value = coefficient;
        int category = AdditionalBits.category(value);
        int run = zeros & 0xF;
        if (zeros > run && !ac.ensureCode(HuffmanSymbol.ZRL)) {
            return false;
        }
        if (!ac.ensureCode(run << 4 | category)) {
            category = largestEncodable(run, category - 1);
            if (category == 0) {
                return false;
            }
            value = Integer.signum(value) * ((1 << category) - 1);
        }
        for (int rest = zeros; rest > 15; rest -= 16) {
            put(ac, HuffmanSymbol.ZRL, 0, out);
        }
        put(ac, run << 4 | category, value, out);
        return true;
    }

    private int largestEncodable(int run, int category) {
        for (int smaller = category; smaller > 0; smaller--) {
            if (ac.find(run << 4 | smaller) != 0) {
                return smaller;
            }
        }
        return 0;
    }
}
