package org.medexam.smp.imaging.mark;

import java.util.Arrays;
import org.medexam.smp.imaging.coefficient.block.BlockEdit;

/**
 * The tile as a JPEG sees it: the coefficients of its mask, block by block. Since the pattern repeats on the grid of the
 * blocks, what is added to a picture's coefficients is added to its samples (the cosine transform is linear; T.81,
 * A.3.3).
 *
 * <p>The strokes are a little softer here than in the tile, and have no rim: what the eye misses least costs a JPEG the
 * most bits.
 */
public final class MarkSpectrum {

    private static final int BLOCK = MarkLattice.BLOCK;
    /** Binary places of the coefficients. */
    public static final int UNIT_BITS = 10;

    /** A block with less ink than this many covered pixels is not worth its bits. */
    private static final double LEAST_INK = 3;

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
            double ink = 0;
            for (int i = 0; i < samples.length; i++) {
                samples[i] = Math.max(0.0, mask[corner + i / BLOCK * width + i % BLOCK]) / MarkTile.FULL;
                ink += samples[i];
            }
            indexOf[block] = ink < LEAST_INK ? BlockEdit.UNCHANGED : marked;
            if (ink >= LEAST_INK) {
                double[] transformed = transform.forward(samples);
                for (int k = 0; k < transformed.length; k++) {
                    found[marked * transformed.length + k] =
                            (int) Math.round(transformed[k] * transform.softness(k) * (1 << UNIT_BITS));
                }
                marked++;
            }
        }
        this.coefficients = Arrays.copyOf(found, marked * BLOCK * BLOCK);
    }

    public MarkLattice lattice() {
        return lattice;
    }

    /** Blocks that the mark touches. */
    public int marked() {
        return coefficients.length / (BLOCK * BLOCK);
    }

    /**
     * The numbers of the marked blocks of a row of the tile, or {@link BlockEdit#UNCHANGED} where the mark leaves the
     * picture alone.
     */
    public void copyIndices(int row, int column, int[] into, int at, int count) {
        System.arraycopy(indexOf, row * lattice.columns() + column, into, at, count);
    }

    /** Coefficient k in zigzag order of a marked block, with {@value #UNIT_BITS} binary places, for a mark one level strong. */
    public int coefficient(int marked, int k) {
        return coefficients[marked * BLOCK * BLOCK + k];
    }
}
