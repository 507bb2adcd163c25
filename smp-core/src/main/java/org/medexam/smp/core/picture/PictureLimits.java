package org.medexam.smp.core.picture;

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

    public PictureLimits {
        if (maxBytes < 1 || maxPixels < 1 || maxSide < 1) {
            throw new IllegalArgumentException("picture limits must be positive");
        }
    }

    /** The same limits with another size in bytes ({@code smp.image.max-bytes}). */
    public PictureLimits withMaxBytes(int bytes) {
        return new PictureLimits(bytes, maxPixels, maxSide);
    }
}
