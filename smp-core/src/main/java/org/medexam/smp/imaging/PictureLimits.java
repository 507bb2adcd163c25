package org.medexam.smp.imaging;

/**
 * The limits of a picture (contract §4).
 *
 * @param maxBytes bytes as received, inclusive
 * @param maxPixels width × height, inclusive
 * @param maxSide the longer side in pixels, inclusive
 */
public record PictureLimits(int maxBytes, long maxPixels, int maxSide) {

    /** The limits of the contract where the district sets no other. */
    public static final PictureLimits DEFAULT = new PictureLimits(204_800, 40_000_000, 16_384);

    /** No limits, for files that the product wrote itself. */
    public static final PictureLimits NONE = new PictureLimits(Integer.MAX_VALUE, 1L << 56, Integer.MAX_VALUE);

    public PictureLimits {
        if (maxBytes < 1 || maxPixels < 1 || maxSide < 1) {
            throw new IllegalArgumentException("picture limits must be positive");
        }
    }

    /** The same limits with another size in bytes ({@code smp.image.max-bytes}). */
    public PictureLimits withMaxBytes(int bytes) {
        return new PictureLimits(bytes, maxPixels, maxSide);
    }

    /**
     * Checks the size of a picture in pixels.
     *
     * @throws PictureException {@code TOO_MANY_PIXELS} if it exceeds the limits
     */
    public void check(long width, long height) {
        if (width > maxSide || height > maxSide || width * height > maxPixels) {
            throw new PictureException(PictureException.Kind.TOO_MANY_PIXELS, width + "x" + height + " pixels");
        }
    }
}
