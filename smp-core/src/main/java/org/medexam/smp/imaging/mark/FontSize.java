package org.medexam.smp.imaging.mark;

/** How large the mark's letters are on a picture. */
public final class FontSize {

    /** Letters per picture: the side of a square picture is that many em. */
    private static final double EMS_PER_SIDE = 30;

    /** Below 16 pixels an em the strokes of 核 run together. */
    private static final int LEAST_EM = 16;

    private static final int MOST_EM = 160;

    /** A picture too small for the whole text carries parts of it; smaller than this it would be noise. */
    private static final int TINIEST_EM = 8;

    /** Sizes come in steps, six to the double, so that two dozen tiles serve all pictures. */
    private static final double STEP = Math.pow(2, 1.0 / 6);

    private FontSize() {}

    /**
     * In proportion to the picture, yet so that the text fits in whole.
     *
     * @param length of the text in em
     * @param width of the upright picture in pixels
     * @param height of the upright picture in pixels
     * @return the size of the letters in pixels
     */
    public static int em(double length, int width, int height) {
        double wanted = Math.sqrt((double) width * height) / EMS_PER_SIDE;
        double slant = MarkLattice.SLANT;
        double wide = 0.97 * width / (length * Math.cos(slant) + Math.sin(slant));
        double high = 0.97 * height / (length * Math.sin(slant) + Math.cos(slant));
        double legible = Math.max(LEAST_EM, Math.min(MOST_EM, wanted));
        double em = Math.max(TINIEST_EM, Math.min(legible, Math.min(wide, high)));
        double steps = Math.floor(Math.log(em / TINIEST_EM) / Math.log(STEP) + 1e-9);
        return (int) (TINIEST_EM * Math.pow(STEP, steps) + 1e-6);
    }
}
