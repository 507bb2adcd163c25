package org.medexam.smp.imaging.mark;

/**
 * One district's watermark.
 *
 * @param lettering what it says
 * @param strength how strongly it stands out
 * @param key from which follows where on each picture it lies, and how it is dithered
 */
public record DistrictMark(Lettering lettering, Strength strength, DistrictKey key) {

    /** Size of the letters, in pixels, on an upright picture of this size in pixels. */
    public int em(int width, int height) {
        return FontSize.em(lettering.width(), width, height);
    }
}
