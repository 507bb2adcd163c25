package org.medexam.smp.imaging.mark;

/**
 * The position and the dither of the mark on a picture; they differ for each picture and are unpredictable without the
 * district's key.
 *
 * @param column the column of the pattern (see {@link MarkLattice}) at the picture's first column of blocks
 * @param row the row of the pattern at the picture's first row of blocks
 * @param dither the seed of every block's dither
 */
public record MarkPosition(int column, int row, long dither) {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FIRST_MULTIPLIER = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_MULTIPLIER = 0x94D049BB133111EBL;

    /** The dither of a block: its number through the finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    public long ditherBits(int row, int column) {
        long z = dither + GOLDEN_GAMMA * ((long) row << 32 | column);
        z = (z ^ z >>> 30) * FIRST_MULTIPLIER;
        z = (z ^ z >>> 27) * SECOND_MULTIPLIER;
        return z ^ z >>> 31;
    }
}
