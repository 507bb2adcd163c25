package org.medexam.smp.core.stamp;

/**
 * Where the tile lies on one picture, and what its dither looks like: different for each picture, and known to nobody
 * without the district's key.
 *
 * @param columns by how many blocks the tile is shifted to the left, ≥ 0
 * @param rows by how many blocks the tile is shifted upwards, ≥ 0
 * @param dither the secret that every block's dither is drawn from
 */
record Place(int columns, int rows, long dither) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    /** Sixty-four bits for one block: its number through the finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    long bits(int row, int column) {
        long z = dither + GOLDEN * ((long) row << 32 | column);
        z = (z ^ z >>> 30) * FIRST;
        z = (z ^ z >>> 27) * SECOND;
        return z ^ z >>> 31;
    }
}
