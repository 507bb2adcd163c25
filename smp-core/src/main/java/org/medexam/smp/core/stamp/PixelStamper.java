package org.medexam.smp.core.stamp;

import java.util.Optional;
import org.medexam.smp.core.picture.PictureFacts;
import org.medexam.smp.core.picture.PictureFacts.JpegCoding;
import org.medexam.smp.core.picture.PictureFormat;
import org.medexam.smp.core.pixel.DecodePermits;
import org.medexam.smp.core.pixel.DecodePermits.Permit;
import org.medexam.smp.core.pixel.PictureDecoder;
import org.medexam.smp.core.pixel.PictureEncoder;
import org.medexam.smp.core.pixel.PixelGrid;

/** Stamps by way of the pixels: decodes, draws the mark, encodes. Takes every picture that the inspector accepts. */
public final class PixelStamper implements Stamper {

    private static final float JPEG_QUALITY = 0.85f;

    /** Lower than this a second encoding is seen, however badly the first one looked already. */
    private static final float LEAST_QUALITY = 0.6f;

    private final DecodePermits permits;
    private final Watermark watermark;

    public PixelStamper(DecodePermits permits, DistrictMark mark) {
        this.permits = permits;
        this.watermark = new Watermark(mark);
    }

    @Override
    public StampedPicture stamp(byte[] received, PictureFacts facts) {
        try (Permit permit = permits.take(memory(facts))) {
            PixelGrid grid = PictureDecoder.decode(received, facts);
            watermark.draw(grid, received);
            return facts.coding() instanceof JpegCoding coding ? jpeg(grid, quality(coding)) : smallest(grid);
        }
    }

    /** A PNG is tried with a palette, which takes another byte a pixel. */
    private static long memory(PictureFacts facts) {
        return PictureDecoder.memory(facts) + (facts.format() == PictureFormat.PNG ? facts.pixels() : 0);
    }

    /**
     * Scans, screens and drawings stay PNG, in which their letters stay sharp: those are grey or have few colours. What
     * else comes as PNG is mostly a photograph, and becomes a JPEG where that is smaller.
     */
    private static StampedPicture smallest(PixelGrid grid) {
        Optional<byte[]> fewColours = PictureEncoder.indexedPng(grid);
        if (fewColours.isPresent()) {
            return png(grid, fewColours.get());
        }
        StampedPicture png = png(grid, PictureEncoder.png(grid));
        if (grid.bands() == 1) {
            return png;
        }
        StampedPicture jpeg = jpeg(grid, JPEG_QUALITY);
        return png.bytes().length <= jpeg.bytes().length ? png : jpeg;
    }

    /** More than it came with is bytes for nothing. */
    private static float quality(JpegCoding coding) {
        return Math.max(LEAST_QUALITY, Math.min(JPEG_QUALITY, coding.quality()));
    }

    private static StampedPicture png(PixelGrid grid, byte[] bytes) {
        return new StampedPicture(bytes, PictureFormat.PNG, grid.width(), grid.height());
    }

    private static StampedPicture jpeg(PixelGrid grid, float quality) {
        byte[] bytes = PictureEncoder.jpeg(grid, quality);
        return new StampedPicture(bytes, PictureFormat.JPEG, grid.width(), grid.height());
    }
}
