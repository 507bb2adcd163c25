package org.medexam.smp.imaging.mark;

/** Computes the font size of the mark. */
public final class FontSize {

    /** The side of a square picture in em. */
    private static final double EMS_PER_SIDE = 30;

    /** Below 16 pixels an em the strokes of 核 merge. */
    private static final int MIN_EM = 16;

    private static final int MAX_EM = 160;

    /** The smallest size, on pictures that are too small for the whole text. */
    private static final int MIN_PARTIAL_EM = 8;

    /** Sizes come in steps of a sixth of an octave, so that two dozen tiles suffice for all pictures. */
    private static final double STEP = Math.pow(2, 1.0 / 6);

    private FontSize() {}

    /**
     * Computes the font size in proportion to the picture, reduced so that the whole text fits.
     *
     * @param length of the text in em
     * @param width of the upright picture in pixels
     * @param height of the upright picture in pixels
     * @return font size in pixels
     */
    public static int em(double length, int width, int height) {
        double wanted = Math.sqrt((double) width * height) / EMS_PER_SIDE;
        double slant = MarkLattice.SLANT;
        double wide = 0.97 * width / (length * Math.cos(slant) + Math.sin(slant));
        double high = 0.97 * height / (length * Math.sin(slant) + Math.cos(slant));
        double legible = Math.max(MIN_EM, Math.min(MAX_EM, wanted));
        double em = Math.max(MIN_PARTIAL_EM, Math.min(legible, Math.min(wide, high)));
        double steps = Math.floor(Math.log(em / MIN_PARTIAL_EM) / Math.log(STEP) + 1e-9);
        return (int) (MIN_PARTIAL_EM * Math.pow(STEP, steps) + 1e-6);
    }
}
