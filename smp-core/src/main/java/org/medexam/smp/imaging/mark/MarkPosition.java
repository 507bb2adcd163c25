package org.medexam.smp.imaging.mark;

/**
 * Where the mark lies on one picture, and what its dither looks like: different for each picture, and known to nobody
 * without the district's key.
 *
 * @param column of the pattern (see {@link MarkLattice}) in the picture's first column of blocks
 * @param row of the pattern in the picture's first row of blocks
 * @param dither the secret that every block's dither is drawn from
 */
public record MarkPosition(int column, int row, long dither) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    /** Sixty-four bits for one block: its number through the finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    public long bits(int row, int column) {
        long z = dither + GOLDEN * ((long) row << 32 | column);
        z = (z ^ z >>> 30) * FIRST;
        z = (z ^ z >>> 27) * SECOND;
        return z ^ z >>> 31;
    }
}
