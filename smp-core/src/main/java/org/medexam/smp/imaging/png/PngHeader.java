package org.medexam.smp.imaging.png;

/**
 * The content of IHDR (PNG, 11.2.1).
 *
 * @param width in pixels
 * @param height in pixels
 * @param colourType 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha
 * @param bitDepth 1, 2, 4, 8 or 16 bits a sample
 * @param interlaced Adam7
 */
public record PngHeader(int width, int height, int colourType, int bitDepth, boolean interlaced) {

    public static final int GREY = 0;
    public static final int RGB = 2;
    public static final int PALETTE = 3;
    public static final int GREY_ALPHA = 4;
    public static final int RGB_ALPHA = 6;

    /** Whether the colour type has no colour. */
    public boolean grey() {
        return colourType == GREY || colourType == GREY_ALPHA;
    }

    /** Samples a pixel. */
    int channels() {
        return switch (colourType) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGB_ALPHA -> 4;
            default -> 1;
        };
    }

    /** Bytes of a row of so many pixels, without the filter byte. */
    int rowBytes(int columns) {
        return (int) (((long) columns * channels() * bitDepth + 7) / 8);
    }

    /** Bytes of all rows without interlace, with their filter bytes. */
    long rawBytes() {
        return (1L + rowBytes(width)) * height;
    }

    /** Whether the colour type allows the depth (table 11.1). */
    boolean isDepthAllowed() {
        boolean small = bitDepth == 1 || bitDepth == 2 || bitDepth == 4;
        return switch (colourType) {
            case GREY -> small || bitDepth == 8 || bitDepth == 16;
            case PALETTE -> small || bitDepth == 8;
            case RGB, GREY_ALPHA, RGB_ALPHA -> bitDepth == 8 || bitDepth == 16;
            default -> false;
        };
    }
}
