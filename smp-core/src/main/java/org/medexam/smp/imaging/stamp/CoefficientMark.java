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
 * <p>A coefficient grows by stroke × mark ÷ quantization step. The stroke depends on the mean of the block; the block's
 * dither makes it up to a quarter stronger or weaker and decides how halves are rounded. Subtracting the mark without the
 * secret therefore leaves up to a quarter of it visible.
 */
final class CoefficientMark implements BlockEdit {

    /** Fractional bits of a term: a mark's coefficient in quantization steps, for a strength of one level. */
    private static final int SCALE_BITS = 16;

    private static final int INDEX_BITS = 6;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;

    /** Added before truncation; rounds down more often than up, since every coefficient costs bits. */
    private static final int ROUND_DOWN = (1 << SCALE_BITS) / 6;

    private static final int ROUND_HALF = (1 << SCALE_BITS) / 2;

    private static final int DITHER_OFFSET = ROUND_HALF - ROUND_DOWN;

    /** The gain of the dither is 192 to 319, in 256ths. */
    private static final int GAIN_BITS = 8;

    private static final int MIN_GAIN = 192;
    private static final int GAIN_STEPS = 127;

    private static final int MIDDLE_LEVEL = 128;
    private static final int NOT_BUILT = 0;

    private final MarkSpectrum spectrum;
    private final MarkPosition position;
    private final Strength strength;
    private final int dcStep;
    /** For each quantization step, in fixed point, since divisions would dominate the cost. */
    private final int[] reciprocals = new int[Block.SIZE];

    private final int maxStroke;

    /**
     * For each marked block of the tile the index of its terms: their number, the DC term, and the AC terms that reach a
     * whole step at the strongest stroke, each with its zigzag index in the low bits. Built on demand, since a small
     * picture needs few.
     */
    private final int[] termsAt;

    private int[] terms = new int[1 << 12];
    private int built = 1;

    CoefficientMark(MarkSpectrum spectrum, MarkPosition position, Strength strength, QuantizationTable quantization) {
        this.spectrum = spectrum;
        this.position = position;
        this.strength = strength;
        this.dcStep = quantization.steps()[0];
        for (int k = 0; k < Block.SIZE; k++) {
            reciprocals[k] = (1 << SCALE_BITS) / quantization.steps()[k];
        }
        this.maxStroke = strength.levels() * (MIN_GAIN + GAIN_STEPS) >> GAIN_BITS;
        this.termsAt = new int[spectrum.markedBlocks()];
    }

    @Override
    public void plan(int row, int[] handles, int columns) {
        MarkLattice lattice = spectrum.lattice();
        int tileRow = lattice.row(position.row() + row);
        int tileColumn = lattice.column(position.row() + row, position.column());
        for (int column = 0; column < columns; ) {
            int count = Math.min(columns - column, lattice.columns() - tileColumn);
            spectrum.copyIndices(tileRow, tileColumn, handles, column, count);
            column += count;
            tileColumn = 0;
        }
    }

    @Override
    public void apply(int marked, int row, int column, Block block) {
        if (termsAt[marked] == NOT_BUILT) {
            build(marked);
        }
        long dither = position.ditherBits(row, column);
        int ground = MIDDLE_LEVEL + (block.get(0) * dcStep >> 3);
        int gain = MIN_GAIN + (int) (dither >>> Long.SIZE - 7);
        int stroke = strength.stroke(ground) * gain >> GAIN_BITS;
        int at = termsAt[marked];
        int end = at + 2 + terms[at];
        block.setDc(block.get(0) + round(stroke * terms[at + 1], ROUND_HALF));
        for (int i = at + 2; i < end; i++) {
            int k = terms[i] & INDEX_MASK;
            int half = (int) -(dither >>> k & 1);
            block.addAc(k, round(stroke * (terms[i] >> INDEX_BITS), ROUND_DOWN + (half & DITHER_OFFSET)));
        }
    }

    /** Adds an offset to the magnitude and truncates it. */
    private static int round(int scaled, int offset) {
        int sign = scaled >> 31;
        int magnitude = (scaled ^ sign) - sign + offset >> SCALE_BITS;
        return (magnitude ^ sign) - sign;
    }

    private void build(int marked) {
        if (terms.length < built + Block.SIZE + 1) {
            terms = Arrays.copyOf(terms, 2 * terms.length);
        }
        termsAt[marked] = built;
        terms[built + 1] = term(marked, 0);
        int next = built + 2;
        for (int k = 1; k < Block.SIZE; k++) {
            int term = term(marked, k);
            if (Math.abs(term) * maxStroke >= 1 << SCALE_BITS) {
                terms[next++] = term << INDEX_BITS | k;
            }
        }
        terms[built] = next - built - 2;
        built = next;
    }

    private int term(int marked, int k) {
        return spectrum.coefficient(marked, k) * reciprocals[k] >> MarkSpectrum.UNIT_BITS;
    }
}
