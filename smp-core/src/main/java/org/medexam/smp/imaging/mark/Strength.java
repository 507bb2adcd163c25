package org.medexam.smp.imaging.mark;

/**
 * How strongly the mark stands out.
 *
 * @param levels of 255 by which a stroke is darker than a light ground, or lighter than a dark one
 */
public record Strength(int levels) {

    /** Weaker strokes fall short of the least contrast on a middle ground (see the test of legibility). */
    public static final int MIN_LEVELS = 24;
    /** Stronger strokes make the text under them hard to read. */
    public static final int MAX_LEVELS = 64;
    /** What a district gets that asks for nothing else. */
    public static final Strength DEFAULT = new Strength(48);

    /** Strokes on ground that is lighter than this are dark. */
    private static final int LIGHT_GROUND = 100;

    public Strength {
        if (levels < MIN_LEVELS || levels > MAX_LEVELS) {
            throw new IllegalArgumentException(
                    "strength " + levels + " is not within " + MIN_LEVELS + "–" + MAX_LEVELS);
        }
    }

    /** @param ground mean luma of a block or a square, 0–255; @return what a stroke adds to them */
    public int stroke(int ground) {
        return ground >= LIGHT_GROUND ? -levels : levels;
    }
}
