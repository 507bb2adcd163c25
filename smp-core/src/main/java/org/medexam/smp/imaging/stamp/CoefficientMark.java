package org.medexam.smp.imaging.stamp;

import java.util.Arrays;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.BlockEdit;
import org.medexam.smp.imaging.jpeg.scan.QuantizationTable;
import org.medexam.smp.imaging.mark.MarkLattice;
import org.medexam.smp.imaging.mark.MarkPosition;
import org.medexam.smp.imaging.mark.MarkSpectrum;
import org.medexam.smp.imaging.mark.Strength;

/**
 * Adds the mark to the luma coefficients of one picture.
 *
 * <p>A block's coefficient grows by stroke × mark ÷ quantization step. The stroke follows from the block's own mean, and
 * is made up to a quarter stronger or weaker by the block's dither; which way a half is rounded is the dither's choice
 * as well. Whoever knows tile, place and rule can therefore take off the mark only to within that quarter.
 */
final class CoefficientMark implements BlockEdit {

    /** Fixed point of a mark's coefficient in units of the quantization step, for a mark one level strong. */
    private static final int SCALE_BITS = 16;

    private static final int PLACE_BITS = 6;
    private static final int PLACE = (1 << PLACE_BITS) - 1;

    /** What is added before a fraction is cut off: more often down than up, since every coefficient costs bits. */
    private static final int ROUND_RARELY = (1 << SCALE_BITS) / 6;

    private static final int ROUND_HALF = (1 << SCALE_BITS) / 2;

    private static final int ROUND_MORE = ROUND_HALF - ROUND_RARELY;

    /** The dither's part of the stroke, in 256ths: 192 to 319. */
    private static final int GAIN_BITS = 8;

    private static final int LEAST_GAIN = 192;
    private static final int GAIN_STEPS = 127;

    private static final int MIDDLE_LEVEL = 128;
    private static final int NOT_BUILT = 0;

    private final MarkSpectrum spectrum;
    private final MarkPosition place;
    private final Strength strength;
    private final int dcStep;
    /** Of each quantization step, in fixed point: a division for each term would cost more than all else. */
    private final int[] reciprocals = new int[Block.SIZE];

    private final int strongest;

    /**
     * For each marked block of the tile where its terms begin: how many, then the DC term, then the AC terms that come
     * to a whole step at the strongest stroke, each with its place in the low bits. Built when first needed: small pictures need few.
     */
    private final int[] begin;

    private int[] terms = new int[1 << 12];
    private int built = 1;

    CoefficientMark(MarkSpectrum spectrum, MarkPosition place, Strength strength, QuantizationTable quantization) {
        this.spectrum = spectrum;
        this.place = place;
        this.strength = strength;
        this.dcStep = quantization.steps()[0];
        for (int k = 0; k < Block.SIZE; k++) {
            reciprocals[k] = (1 << SCALE_BITS) / quantization.steps()[k];
        }
        this.strongest = strength.levels() * (LEAST_GAIN + GAIN_STEPS) >> GAIN_BITS;
        this.begin = new int[spectrum.marked()];
    }

    @Override
    public void plan(int row, int[] handles, int columns) {
        MarkLattice lattice = spectrum.lattice();
        int tileRow = lattice.row(place.row() + row);
        int tileColumn = lattice.column(place.row() + row, place.column());
        for (int column = 0; column < columns; ) {
            int count = Math.min(columns - column, lattice.columns() - tileColumn);
            spectrum.copyIndices(tileRow, tileColumn, handles, column, count);
            column += count;
            tileColumn = 0;
        }
    }

    @Override
    public void apply(int marked, int row, int column, Block block) {
        if (begin[marked] == NOT_BUILT) {
            build(marked);
        }
        long dither = place.bits(row, column);
        int ground = MIDDLE_LEVEL + (block.get(0) * dcStep >> 3);
        int gain = LEAST_GAIN + (int) (dither >>> Long.SIZE - 7);
        int stroke = strength.stroke(ground) * gain >> GAIN_BITS;
        int at = begin[marked];
        int end = at + 2 + terms[at];
        block.setDc(block.get(0) + rounded(stroke * terms[at + 1], ROUND_HALF));
        for (int i = at + 2; i < end; i++) {
            int k = terms[i] & PLACE;
            int half = (int) -(dither >>> k & 1);
            block.addAc(k, rounded(stroke * (terms[i] >> PLACE_BITS), ROUND_RARELY + (half & ROUND_MORE)));
        }
    }

    /** Towards zero, after something was added to the magnitude. */
    private static int rounded(int scaled, int offset) {
        int sign = scaled >> 31;
        int magnitude = (scaled ^ sign) - sign + offset >> SCALE_BITS;
        return (magnitude ^ sign) - sign;
    }

    private void build(int marked) {
        if (terms.length < built + Block.SIZE + 1) {
            terms = Arrays.copyOf(terms, 2 * terms.length);
        }
        begin[marked] = built;
        terms[built + 1] = term(marked, 0);
        int next = built + 2;
        for (int k = 1; k < Block.SIZE; k++) {
            int term = term(marked, k);
            if (Math.abs(term) * strongest >= 1 << SCALE_BITS) {
                terms[next++] = term << PLACE_BITS | k;
            }
        }
        terms[built] = next - built - 2;
        built = next;
    }

    private int term(int marked, int k) {
        return spectrum.coefficient(marked, k) * reciprocals[k] >> MarkSpectrum.UNIT_BITS;
    }
}
