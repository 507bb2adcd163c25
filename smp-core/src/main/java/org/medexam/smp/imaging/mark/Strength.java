package org.medexam.smp.imaging.mark;

/**
 * The contrast of the mark.
 *
 * @param levels by how many levels of 255 a stroke is darker than a light ground, or lighter than a dark one
 */
public record Strength(int levels) {

    /** Weaker strokes miss the minimal contrast on a medium ground (see LegibilityTest). */
    public static final int MIN_LEVELS = 24;
    /** Stronger strokes make text under them hard to read. */
    public static final int MAX_LEVELS = 64;
    /** The strength without a setting. */
    public static final Strength DEFAULT = new Strength(48);

    /** From this luma on, strokes are dark. */
    private static final int MIN_LIGHT_GROUND = 100;

    public Strength {
        if (levels < MIN_LEVELS || levels > MAX_LEVELS) {
            throw new IllegalArgumentException(
                    "strength " + levels + " is not within " + MIN_LEVELS + "–" + MAX_LEVELS);
        }
    }

    /**
     * The change that a stroke makes.
     *
     * @param ground mean luma of a block, 0–255
     * @return levels to add; negative on light ground
     */
    public int stroke(int ground) {
        return ground >= MIN_LIGHT_GROUND ? -levels : levels;
    }
}
