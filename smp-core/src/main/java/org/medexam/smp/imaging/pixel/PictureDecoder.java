package org.medexam.smp.imaging.pixel;

import java.io.IOException;
import java.time.Duration;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.JpegStructure;
import org.medexam.smp.imaging.inspect.JpegWalk;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureFacts.JpegCoding;
import org.medexam.smp.imaging.png.PngDecoder;
import org.medexam.smp.imaging.png.PngFile;
import org.medexam.smp.imaging.png.PngParser;

/** Decodes a picture that was inspected: sRGB or grey, on white where it was transparent, upright. */
public final class PictureDecoder {

    private static final int WORKING_BYTES = 4 << 20;

    private PictureDecoder() {}

    /** Bytes of memory which {@link #decode} needs at most, the decoder's own buffers included. */
    public static long memory(PictureFacts facts) {
        long samples = facts.pixels() * (facts.coding().grey() ? 1 : 3);
        long turned = facts.orientation().swapsSides() ? samples : 0;
        long coefficients = 0;
        if (facts.coding() instanceof JpegCoding jpeg) {
            samples = facts.pixels() * jpeg.colours().components();
            // with more than one scan the decoder keeps all coefficients, two bytes each
            coefficients = jpeg.scans() > 1 ? 2 * samples : 0;
        }
        return samples + Math.max(turned, coefficients) + WORKING_BYTES;
    }

    /**
     * @param received never altered
     * @param facts what the inspector said about exactly these bytes
     * @throws PictureException {@code UNREADABLE} when the picture does not decode to its last row
     */
    public static PixelGrid decode(byte[] received, PictureFacts facts) {
        try {
            return OrientationTransform.turn(asStored(received, facts), facts.orientation());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (e instanceof PictureException known) {
                throw known;
            }
            throw new PictureException(PictureException.Kind.UNREADABLE, "does not decode: " + e.getClass(), e);
        } catch (OutOfMemoryError e) {
            // sizes were bounded before, so this says more about the server's heap than about the picture
            throw PictureException.busy(
                    "no heap to decode " + facts.width() + "x" + facts.height(), e, Duration.ofSeconds(5));
        }
    }

    private static PixelGrid asStored(byte[] received, PictureFacts facts) throws IOException {
        return switch (facts.format()) {
            case JPEG -> {
                JpegStructure jpeg = JpegWalk.walk(received, PictureLimits.NONE);
                yield JpegDecoder.read(received, jpeg);
            }
            case PNG -> {
                PngFile png = PngParser.walk(received, PictureLimits.NONE);
                PngDecoder decoder = new PngDecoder(received, png);
                PixelGrid grid = PixelGrid.of(png.width(), png.height(), decoder.bands());
                decoder.decode(grid.samples());
                EmbeddedProfile.ofPng(received, png).ifPresent(profile -> profile.toSrgb(grid));
                yield grid;
            }
        };
    }
}
