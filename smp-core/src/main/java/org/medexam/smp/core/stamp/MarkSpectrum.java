package org.medexam.smp.core.stamp;

import java.util.Arrays;

/**
 * The tile as a JPEG sees it: the coefficients of its mask, block by block. Since the tile's sides are multiples of
 * sixteen it repeats on the grid of the blocks, and what is added to a picture's coefficients is added to its samples
 * (the cosine transform is linear; T.81, A.3.3).
 *
 * <p>The strokes are a little softer here than in the tile, and have no rim: what the eye misses least costs a JPEG the
 * most bits.
 */
final class MarkSpectrum {

    /** Samples a side of a block. */
    static final int BLOCK = 8;
    /** Binary places of the coefficients. */
    static final int UNIT_BITS = 10;

    private static final int NONE = -1;
    /** A block with less ink than this many covered pixels is not worth its bits. */
    private static final double LEAST_INK = 3;

    private final int columns;
    private final int rows;
    private final int[] indexOf;
    private final int[] coefficients;

    /**
     * @param width of the tile in pixels, a multiple of 16
     * @param height of the tile in pixels, a multiple of 16
     * @param mask rows of the tile
     * @param full the mask's value where the mark covers a pixel wholly
     */
    MarkSpectrum(int width, int height, byte[] mask, int full) {
        this.columns = width / BLOCK;
        this.rows = height / BLOCK;
        this.indexOf = new int[columns * rows];
        int[] found = new int[columns * rows * BLOCK * BLOCK];
        int marked = 0;
        CosineTransform transform = new CosineTransform();
        double[] samples = new double[BLOCK * BLOCK];
        for (int block = 0; block < indexOf.length; block++) {
            int corner = block / columns * BLOCK * width + block % columns * BLOCK;
            double ink = 0;
            for (int i = 0; i < samples.length; i++) {
                samples[i] = Math.max(0.0, mask[corner + i / BLOCK * width + i % BLOCK]) / full;
                ink += samples[i];
            }
            indexOf[block] = ink < LEAST_INK ? NONE : marked;
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

    /** Blocks a row of the tile. */
    int columns() {
        return columns;
    }

    /** Blocks a column of the tile. */
    int rows() {
        return rows;
    }

    /** Blocks that the mark touches. */
    int marked() {
        return coefficients.length / (BLOCK * BLOCK);
    }

    /** The number of the marked block there, or a negative number where the mark leaves the picture alone. */
    int indexOf(int row, int column) {
        return indexOf[row * columns + column];
    }

    /** Coefficient k in zigzag order of a marked block, with {@value #UNIT_BITS} binary places, for a mark one level strong. */
    int coefficient(int marked, int k) {
        return coefficients[marked * BLOCK * BLOCK + k];
    }
}
