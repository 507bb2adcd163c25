package org.medexam.smp.imaging;

/**
 * How large a picture may be (contract §4).
 *
 * @param maxBytes bytes as received, inclusive
 * @param maxPixels width × height, inclusive
 * @param maxSide the longer side in pixels, inclusive
 */
public record PictureLimits(int maxBytes, long maxPixels, int maxSide) {

    /** What the contract says where the district sets nothing else. */
    public static final PictureLimits DEFAULT = new PictureLimits(204_800, 40_000_000, 16_384);

    /** For bytes that were inspected before. */
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

    /** Refuses with {@code TOO_MANY_PIXELS} what is larger. */
    public void check(long width, long height) {
        if (width > maxSide || height > maxSide || width * height > maxPixels) {
            throw new PictureException(PictureException.Kind.TOO_MANY_PIXELS, width + "x" + height + " pixels");
        }
    }
}
