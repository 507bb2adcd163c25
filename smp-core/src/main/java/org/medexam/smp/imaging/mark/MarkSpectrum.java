package org.medexam.smp.imaging.mark;

import java.util.Arrays;
import org.medexam.smp.imaging.coefficient.block.BlockEdit;

/**
 * The DCT coefficients of the tile's mask, block by block. The tile repeats on the grid of blocks and the DCT is linear
 * (T.81, A.3.3), so that adding coefficients adds the mask to the samples.
 *
 * <p>The strokes are low-pass filtered and have no rim: the highest frequencies cost the most bits and are the least
 * visible.
 */
public final class MarkSpectrum {

    private static final int BLOCK = MarkLattice.BLOCK;
    /** Fractional bits of the coefficients. */
    public static final int UNIT_BITS = 10;

    /** A block in which the strokes cover fewer pixels is left unchanged, to save bits. */
    private static final double MIN_COVERED_PIXELS = 3;

    private final MarkLattice lattice;
    private final int[] indexOf;
    private final int[] coefficients;

    public MarkSpectrum(MarkTile tile) {
        this.lattice = tile.lattice();
        this.indexOf = new int[lattice.columns() * lattice.rows()];
        int width = tile.width();
        byte[] mask = tile.mask();
        int[] found = new int[indexOf.length * BLOCK * BLOCK];
        int marked = 0;
        CosineTransform transform = new CosineTransform();
        double[] samples = new double[BLOCK * BLOCK];
        for (int block = 0; block < indexOf.length; block++) {
            int corner = block / lattice.columns() * BLOCK * width + block % lattice.columns() * BLOCK;
            double covered = 0;
            for (int i = 0; i < samples.length; i++) {
                samples[i] = Math.max(0.0, mask[corner + i / BLOCK * width + i % BLOCK]) / MarkTile.FULL;
                covered += samples[i];
            }
            indexOf[block] = covered < MIN_COVERED_PIXELS ? BlockEdit.UNCHANGED : marked;
            if (covered >= MIN_COVERED_PIXELS) {
                double[] transformed = transform.forward(samples);
                for (int k = 0; k < transformed.length; k++) {
                    found[marked * transformed.length + k] =
                            (int) Math.round(transformed[k] * transform.lowPassGain(k) * (1 << UNIT_BITS));
                }
                marked++;
            }
        }
        this.coefficients = Arrays.copyOf(found, marked * BLOCK * BLOCK);
    }

    public MarkLattice lattice() {
        return lattice;
    }

    /** The number of marked blocks of the tile. */
    public int markedBlocks() {
        return coefficients.length / (BLOCK * BLOCK);
    }

    /**
     * Copies the numbers of the marked blocks of a row of the tile; {@link BlockEdit#UNCHANGED} stands for other blocks.
     */
    public void copyIndices(int row, int column, int[] into, int at, int count) {
        System.arraycopy(indexOf, row * lattice.columns() + column, into, at, count);
    }

    /** A coefficient of a marked block, with {@value #UNIT_BITS} fractional bits, for a strength of one level. */
    public int coefficient(int marked, int k) {
        return coefficients[marked * BLOCK * BLOCK + k];
    }
}
