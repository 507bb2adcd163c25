package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.coefficient.block.AdditionalBits;
import org.medexam.smp.imaging.coefficient.block.BitWindow;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.Plane;
import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/** Decodes a band of AC coefficients of a progressive picture (T.81, G.1.2.2 and G.1.2.3). */
final class ProgressiveAcDecoder implements BlockDecoder {

    /** The run of ZRL; with category 0 smaller runs are end-of-band runs. */
    private static final int ZRL_RUN = 15;
    /** The largest category of any sample depth of the standard. */
    private static final int MAX_CATEGORY = 14;

    private final byte[] bits;
    private final Plane plane;
    private final HuffmanTable table;
    private final int first;
    private final int last;
    private final int low;
    private final boolean refinement;
    /** Blocks without further new coefficients in this band, the current one included: EOBRUN. */
    private int endOfBandRun;

    ProgressiveAcDecoder(DecodableScan scan, Plane plane) {
        this.bits = scan.data().bits();
        this.plane = plane;
        this.table = scan.parts().get(0).ac();
        this.first = scan.spectralStart();
        this.last = scan.spectralEnd();
        this.low = scan.low();
        this.refinement = scan.high() != 0;
    }

    @Override
    public void restart() {
        if (endOfBandRun != 0) {
            throw JpegErrors.invalid("an end-of-band run goes on for " + endOfBandRun + " blocks too many (G.1.2.2)");
        }
    }

    @Override
    public int decode(int position, int part, int block) {
        return refinement ? refine(position, block) : decodeFirst(position, block);
    }

    /** Skips the blocks of an end-of-band run together, since most blocks of most bands are empty. */
    @Override
    public int decodeRow(int position, int first, int count, int end) {
        int at = position;
        int block = first;
        while (block < first + count && at <= end) {
            if (endOfBandRun > 0 && !refinement) {
                int skipped = Math.min(endOfBandRun, first + count - block);
                endOfBandRun -= skipped;
                block += skipped;
            } else {
                at = refinement ? refine(at, block) : decodeFirst(at, block);
                block++;
            }
        }
        return at;
    }

    private int decodeFirst(int position, int block) {
        if (endOfBandRun > 0) {
            endOfBandRun--;
            return position;
        }
        short[] values = plane.values();
        int base = block * Block.SIZE;
        long nonZero = plane.nonZeroAc()[block];
        int at = position;
        int k = first;
        while (k <= last) {
            long window = BitWindow.at(bits, at);
            int found = table.find(window);
            int symbol = AcSymbols.symbol(found, at);
            int run = symbol >> 4;
            int category = symbol & 0xF;
            window <<= found >> 8;
            at += found >> 8;
            if (category == 0 && run < ZRL_RUN) {
                at = startRun(window, run, at);
                endOfBandRun--;
                break;
            }
            k += run + 1;
            if (k - 1 > last || category + low > MAX_CATEGORY) {
                throw new InvalidEntropyData(
                        at,
                        "coefficient " + (k - 1) + " of a band of " + first + " to " + last + ", of " + category
                                + " bits (G.1.2.2)");
            }
            if (category != 0) {
                values[base + k - 1] = (short) (AdditionalBits.extend(window, category) << low);
                nonZero |= 1L << k - 1;
                at += category;
            }
        }
        plane.nonZeroAc()[block] = nonZero;
        return at;
    }

    /** EOBn: n bits with the length of the run follow. */
    private int startRun(long window, int n, int position) {
        endOfBandRun = (1 << n) + (n == 0 ? 0 : (int) (window >>> Long.SIZE - n));
        return position + n;
    }

    private int refine(int position, int block) {
        long nonZero = plane.nonZeroAc()[block] & from(first) & ~from(last + 1);
        int at = position;
        int k = first;
        if (endOfBandRun == 0) {
            while (k <= last) {
                long window = BitWindow.at(bits, at);
                int found = table.find(window);
                int symbol = AcSymbols.symbol(found, at);
                int run = symbol >> 4;
                int category = symbol & 0xF;
                window <<= found >> 8;
                at += found >> 8;
                if (category == 0 && run < ZRL_RUN) {
                    at = startRun(window, run, at);
                    break;
                }
                int index = zeroAfter(run, k, nonZero, at);
                int sign = 0;
                if (category != 0) {
                    if (category != 1) {
                        throw JpegErrors.invalid(
                                "a new coefficient of " + category + " bits before bit " + at + " (G.1.2.3)");
                    }
                    sign = window < 0 ? 1 : -1;
                    at++;
                }
                at = correct(nonZero & from(k) & ~from(index), block, at);
                if (sign != 0) {
                    plane.values()[block * Block.SIZE + index] = (short) (sign << low);
                    plane.nonZeroAc()[block] |= 1L << index;
                }
                k = index + 1;
            }
        }
        if (endOfBandRun > 0) {
            endOfBandRun--;
            at = correct(nonZero & from(k), block, at);
        }
        return at;
    }

    /** The zigzag index of the zero coefficient that follows a run of zero coefficients. */
    private int zeroAfter(int run, int k, long nonZero, int position) {
        long zeros = ~nonZero & from(k) & ~from(last + 1);
        for (int i = 0; i < run; i++) {
            zeros &= zeros - 1;
        }
        if (zeros == 0) {
            throw new InvalidEntropyData(position, "a run of " + run + " zeros that leaves the band (G.1.2.3)");
        }
        return Long.numberOfTrailingZeros(zeros);
    }

    /** Applies the correction bits of nonzero coefficients: each says whether the magnitude has the bit of this scan. */
    private int correct(long indices, int block, int position) {
        short[] values = plane.values();
        int base = block * Block.SIZE;
        int at = position;
        long window = 0;
        int validBits = 0;
        for (long left = indices; left != 0; left &= left - 1) {
            if (validBits == 0) {
                window = BitWindow.at(bits, at);
                validBits = BitWindow.VALID_BITS;
            }
            int i = base + Long.numberOfTrailingZeros(left);
            // without a branch, which the processor would mispredict every other time
            int sign = values[i] >> 31;
            int growth = (int) (window >>> Long.SIZE - 1) << low;
            values[i] += (short) ((growth ^ sign) - sign);
            window <<= 1;
            validBits--;
            at++;
        }
        return at;
    }

    /** A bit set of all indices from k on; empty from 64 on. */
    private static long from(int k) {
        return k >= Block.SIZE ? 0 : -1L << k;
    }
}
