package org.medexam.smp.imaging.inspect;

import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.JpegStructure.Component;
import org.medexam.smp.imaging.inspect.JpegStructure.Frame;
import org.medexam.smp.imaging.inspect.JpegStructure.Scan;

/**
 * Bounds what decoding a JPEG can cost by what its scans claim, before anything is decoded.
 *
 * <p>A pixel limit alone does not help: every scan of a progressive picture goes over all its blocks again, and a few
 * bytes are enough for a scan.
 */
final class ScanWork {

    /** Samples that all scans together may touch, per pixel that the limits allow; ordinary encoders stay below 14. */
    private static final int SAMPLES_PER_PIXEL = 16;

    /** Ordinary encoders make at most a dozen scans; a picture of a few blocks could otherwise carry thousands. */
    private static final int MAX_SCANS = 200;

    private ScanWork() {}

    static void check(JpegStructure jpeg, PictureLimits limits) {
        Frame frame = jpeg.frame();
        long samples = 0;
        for (Scan scan : jpeg.scans()) {
            long blocks = blocks(frame, scan);
            samples += 64 * blocks;
            Unreadable.unless(
                    8L * scan.entropyBytes() >= blocks * leastBits(frame, scan), "a scan is too short for its blocks");
        }
        if (jpeg.scans().size() > MAX_SCANS || samples > SAMPLES_PER_PIXEL * limits.maxPixels()) {
            throw new PictureException(
                    PictureException.Kind.TOO_MANY_PIXELS,
                    jpeg.scans().size() + " scans of " + frame.width() + "x" + frame.height());
        }
    }

    private static long blocks(Frame frame, Scan scan) {
        long blocks = 0;
        for (Component component : scan.components()) {
            blocks += frame.blocks(component);
        }
        return blocks;
    }

    /**
     * The fewest bits which a block can take: a sequential block has a DC code and an AC code, a progressive DC scan
     * one code or one bit (T.81 F.1.2, G.1.2); in AC scans one code can end any number of blocks.
     */
    private static int leastBits(Frame frame, Scan scan) {
        if (!frame.progressive()) {
            return 2;
        }
        return scan.spectralStart() == 0 ? 1 : 0;
    }
}
