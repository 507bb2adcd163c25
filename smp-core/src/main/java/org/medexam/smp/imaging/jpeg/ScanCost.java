package org.medexam.smp.imaging.jpeg;

import java.util.List;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.PictureLimits;

/**
 * Limits the work of decoding a JPEG, from its headers alone. This is the only limit on scans × blocks.
 *
 * <p>A limit of pixels does not suffice: every scan of a progressive picture visits all its blocks again, and a scan
 * takes a few bytes.
 */
final class ScanCost {

    /** Samples that all scans together visit, per pixel that the limits allow; ordinary encoders stay below 14. */
    private static final int MAX_SAMPLES_PER_PIXEL = 16;

    /** Ordinary encoders write at most a dozen scans; a picture of a few blocks could carry thousands. */
    private static final int MAX_SCANS = 200;

    private static final int SAMPLES_PER_BLOCK = 64;

    private ScanCost() {}

    /**
     * @throws PictureException {@code UNREADABLE} if a scan is too short for its blocks; {@code TOO_MANY_PIXELS} if
     *     there are too many scans, or if they visit too many samples
     */
    static void check(Frame frame, List<Scan> scans, PictureLimits limits) {
        long samples = 0;
        for (Scan scan : scans) {
            samples += SAMPLES_PER_BLOCK * scan.blocks();
            if ((long) Byte.SIZE * scan.dataBytes() < scan.blocks() * minBits(frame, scan)) {
                throw JpegErrors.invalid(
                        "a scan of " + scan.blocks() + " blocks in " + scan.dataBytes() + " bytes (F.1.2, G.1.2)");
            }
        }
        if (scans.size() > MAX_SCANS || samples > MAX_SAMPLES_PER_PIXEL * limits.maxPixels()) {
            throw new PictureException(
                    PictureException.Kind.TOO_MANY_PIXELS,
                    "JPEG: " + scans.size() + " scans of " + frame.width() + "x" + frame.height());
        }
    }

    /**
     * The fewest bits of a block: a sequential block has a DC code and an AC code, a block of a progressive DC scan one
     * code or one bit (F.1.2, G.1.2). In AC scans one code ends any number of blocks.
     */
    private static int minBits(Frame frame, Scan scan) {
        if (!frame.progressive()) {
            return 2;
        }
        return scan.spectralStart() == 0 ? 1 : 0;
    }
}
