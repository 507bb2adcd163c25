package org.medexam.smp.imaging.inspect;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.imaging.ImageFormat;
import org.apache.commons.imaging.ImageFormats;
import org.apache.commons.imaging.Imaging;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.jpeg.Marker;
import org.medexam.smp.imaging.jpeg.Segment;
import org.medexam.smp.imaging.png.PngFile;

/**
 * Judges received bytes by their structure, before anything is decoded. Immutable; safe for use by several threads.
 *
 * <p>Accepted: baseline, extended and progressive Huffman JPEG of 8 bits (grey, YCbCr, RGB, CMYK, YCCK) and every PNG.
 */
public final class PictureInspector {

    private static final String EXIF = "Exif";
    private static final int EXIF_HEADER = 6;

    private final PictureLimits limits;

    public PictureInspector(PictureLimits limits) {
        this.limits = limits;
    }

    /**
     * Inspects a picture.
     *
     * @param received the received bytes; never altered
     * @throws PictureException {@code TOO_LARGE} (bytes), {@code UNSUPPORTED_FORMAT} (neither JPEG nor PNG by content),
     *     {@code TOO_MANY_PIXELS} (pixels, sides, or scans × blocks), {@code UNREADABLE} (broken structure, or a kind of
     *     JPEG that no browser shows)
     */
    public PictureFacts inspect(byte[] received) {
        if (received.length > limits.maxBytes()) {
            throw new PictureException(PictureException.Kind.TOO_LARGE, received.length + " bytes");
        }
        return switch (format(received)) {
            case JPEG -> jpeg(received);
            case PNG -> png(received);
        };
    }

    private static PictureFormat format(byte[] received) {
        ImageFormat guess;
        try {
            guess = received.length < 4 ? ImageFormats.UNKNOWN : Imaging.guessFormat(received);
        } catch (IOException | RuntimeException e) {
            throw new PictureException(PictureException.Kind.UNSUPPORTED_FORMAT, "the format cannot be recognized", e);
        }
        if (guess == ImageFormats.JPEG) {
            return PictureFormat.JPEG;
        }
        if (guess == ImageFormats.PNG && hasPngSignature(received)) {
            return PictureFormat.PNG;
        }
        throw new PictureException(
                PictureException.Kind.UNSUPPORTED_FORMAT, "neither JPEG nor PNG: " + guess.getName());
    }

    /** Commons Imaging compares two bytes only. */
    private static boolean hasPngSignature(byte[] received) {
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        return received.length >= 8 && Arrays.equals(received, 0, 8, signature, 0, 8);
    }

    private PictureFacts jpeg(byte[] received) {
        JpegFile file = JpegFile.parse(received, limits);
        Orientation orientation = file.segments().stream()
                .filter(segment -> segment.marker() == Marker.APP1 && segment.isSigned(received, EXIF))
                .findFirst()
                .map(segment -> orientation(received, segment))
                .orElse(Orientation.TOP_LEFT);
        return new JpegFacts(file, orientation);
    }

    private static Orientation orientation(byte[] received, Segment exif) {
        return ExifOrientation.read(received, Math.min(exif.from() + EXIF_HEADER, exif.to()), exif.to());
    }

    private PictureFacts png(byte[] received) {
        PngFile file = PngFile.parse(received, limits);
        Orientation orientation = file.chunk("eXIf")
                .map(chunk -> ExifOrientation.read(received, chunk.from(), chunk.to()))
                .orElse(Orientation.TOP_LEFT);
        return new PngFacts(file, orientation);
    }
}
