package org.medexam.smp.imaging.mark;

/**
 * The watermark of a district.
 *
 * @param lettering its text
 * @param strength its contrast
 * @param key determines its position and dither on each picture
 */
public record DistrictMark(Lettering lettering, Strength strength, DistrictKey key) {

    /** The font size in pixels on an upright picture of this size in pixels. */
    public int em(int width, int height) {
        return FontSize.em(lettering.width(), width, height);
    }
}
