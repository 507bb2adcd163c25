package org.medexam.smp.imaging.coefficient;

import org.medexam.smp.imaging.jpeg.HuffmanTable;

/** Reads and writes the coefficients of whole blocks of one component in a sequential scan (T.81, F.1.2, F.2.2). */
final class BlockCodes {

    private final HuffmanCodes dc;
    private final HuffmanCodes ac;

    BlockCodes(HuffmanCodes dc, HuffmanCodes ac) {
        this.dc = dc;
        this.ac = ac;
    }

    /** Reads AC coefficients into an empty block; @return the bit after them */
    static int readAc(HuffmanTable table, byte[] bits, int position, Block block) {
        int[] values = block.values();
        long nonZero = 0;
        int at = position;
        int place = 1;
        // what comes next is found in the bits of what came before: see ScanPass
        long next = BitWindow.at(bits, at);
        while (place < Block.SIZE) {
            long window = BitWindow.at(bits, at);
            int found = table.find(next, window);
            int symbol = AcSymbols.mustExist(found, at);
            int length = found >> 8;
            int category = symbol & 0xF;
            at += length + category;
            next = window << length + category;
            if (category == 0) {
                if (symbol == AcSkip.EOB) {
                    break;
                }
                place = AcSymbols.after(place, symbol, at);
            } else {
                place = AcSymbols.after(place, symbol, at);
                values[place - 1] = Signed.extend(window << length, category);
                nonZero |= 1L << place - 1;
            }
        }
        block.setNonZeroAc(nonZero);
        return at;
    }

    /**
     * Writes a DC difference, or the nearest one towards another.
     *
     * @param wanted the difference
     * @param safe one to end at: the difference that the picture came with has a code for certain
     * @return the difference written
     * @throws DoesNotFit when none of them has a code
     */
    int putDc(int wanted, int safe, BitWriter out) {
        int difference = wanted;
        while (difference != safe && !writable(difference)) {
            difference += Integer.signum(safe - difference);
        }
        if (!writable(difference)) {
            throw new DoesNotFit("no code for a DC difference of " + difference);
        }
        put(dc, Signed.category(difference), difference, out);
        return difference;
    }

    /** Writes a symbol that has a code, and the value behind it as long as the symbol's category says. */
    private static void put(HuffmanCodes codes, int symbol, int value, BitWriter out) {
        int found = codes.find(symbol);
        int category = symbol & 0xF;
        out.put(
                HuffmanCodes.code(found) << category | Signed.bits(value, category),
                HuffmanCodes.length(found) + category);
    }

    private boolean writable(int difference) {
        int category = Signed.category(difference);
        return category <= DcSymbols.MAX_CATEGORY && dc.canWrite(category);
    }

    /** Writes AC coefficients (F.1.2.2) and empties the block. */
    void putAc(Block block, BitWriter out) {
        int[] values = block.values();
        long gathered = 0;
        int count = 0;
        int previous = 0;
        for (long left = block.nonZeroAc(); left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            int zeros = place - previous - 1;
            int value = values[place];
            int category = Signed.category(value);
            values[place] = 0;
            int symbol = zeros << 4 | category;
            int found = zeros > 15 ? 0 : ac.find(symbol);
            if (found == 0) {
                out.put(gathered, count);
                gathered = 0;
                count = 0;
                if (putRare(zeros, value, out)) {
                    previous = place;
                }
                continue;
            }
            previous = place;
            int length = HuffmanCodes.length(found) + category;
            // several codes go to the writer at once: it has more to do than this loop
            if (count + length > BitWriter.MOST) {
                out.put(gathered, count);
                gathered = 0;
                count = 0;
            }
            long code = HuffmanCodes.code(found) << category | Signed.bits(value, category);
            gathered = gathered << length | code;
            count += length;
        }
        out.put(gathered, count);
        if (previous < Block.SIZE - 1) {
            if (!ac.canWrite(AcSkip.EOB)) {
                throw new DoesNotFit("no code for the end of a block");
            }
            put(ac, AcSkip.EOB, 0, out);
        }
        block.setNonZeroAc(0);
        block.setDc(0);
    }

    /** A coefficient after more than fifteen zeros, or one whose symbol the table lacks; @return false if left zero */
    private boolean putRare(int zeros, int coefficient, BitWriter out) {
        int value = coefficient;
        int category = Signed.category(value);
        int run = zeros & 0xF;
        if (zeros > run && !ac.canWrite(AcSkip.ZRL)) {
            return false;
        }
        if (!ac.canWrite(run << 4 | category)) {
            category = nearestWritable(run, category - 1);
            if (category == 0) {
                return false;
            }
            value = Integer.signum(value) * ((1 << category) - 1);
        }
        for (int rest = zeros; rest > 15; rest -= 16) {
            put(ac, AcSkip.ZRL, 0, out);
        }
        put(ac, run << 4 | category, value, out);
        return true;
    }

    private int nearestWritable(int run, int category) {
        for (int smaller = category; smaller > 0; smaller--) {
            if (ac.find(run << 4 | smaller) != 0) {
                return smaller;
            }
        }
        return 0;
    }
}
