package org.medexam.smp.imaging.pixel;

import java.io.IOException;
import java.time.Duration;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.inspect.JpegFacts;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PngFacts;
import org.medexam.smp.imaging.png.PngDecoder;
import org.medexam.smp.imaging.png.PngFile;

/** Decodes an inspected picture to sRGB or grey, upright, with white behind transparent pixels. */
public final class PictureDecoder {

    private static final int WORKING_BYTES = 4 << 20;

    private PictureDecoder() {}

    /** The maximal memory of {@link #decode} in bytes, the decoder's own buffers included. */
    public static long memory(PictureFacts facts) {
        long samples = facts.pixels() * (facts.grey() ? 1 : 3);
        long transposed = facts.orientation().swapsSides() ? samples : 0;
        long coefficients = 0;
        if (facts instanceof JpegFacts jpeg) {
            samples = facts.pixels() * jpeg.file().frame().components().size();
            // with more than one scan the decoder holds all coefficients, two bytes each
            coefficients = jpeg.file().scans().size() > 1 ? 2 * samples : 0;
        }
        return samples + Math.max(transposed, coefficients) + WORKING_BYTES;
    }

    /**
     * Decodes a picture.
     *
     * @throws PictureException {@code UNREADABLE} if the picture does not decode to its last row; {@code BUSY} if the
     *     heap is exhausted
     */
    public static PixelGrid decode(PictureFacts facts) {
        try {
            return OrientationTransform.apply(asStored(facts), facts.orientation());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (e instanceof PictureException known) {
                throw known;
            }
            throw new PictureException(PictureException.Kind.UNREADABLE, "does not decode: " + e.getClass(), e);
        } catch (OutOfMemoryError e) {
            // the size is limited, so the heap and not the picture is the cause
            throw PictureException.busy(
                    "no heap to decode " + facts.width() + "x" + facts.height(), e, Duration.ofSeconds(5));
        }
    }

    private static PixelGrid asStored(PictureFacts facts) throws IOException {
        if (facts instanceof JpegFacts jpeg) {
            return JpegDecoder.decode(jpeg.file());
        }
        PngFile png = ((PngFacts) facts).file();
        PngDecoder decoder = new PngDecoder(png);
        PixelGrid grid = PixelGrid.of(facts.width(), facts.height(), decoder.bands());
        decoder.decode(grid.samples());
        EmbeddedProfile.ofPng(png).ifPresent(profile -> profile.toSrgb(grid));
        return grid;
    }
}
