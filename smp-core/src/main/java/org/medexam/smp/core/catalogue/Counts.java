package org.medexam.smp.core.catalogue;

/**
 * How many pictures a material takes.
 *
 * @param min pictures that a submission needs where the material is required; at least 1
 * @param max pictures that the slot takes
 */
public record Counts(int min, int max) {
    public Counts {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException("counts do not fit: " + min + " to " + max);
        }
    }
}
