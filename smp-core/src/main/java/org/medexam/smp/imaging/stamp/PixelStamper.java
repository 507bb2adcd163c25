package org.medexam.smp.imaging.stamp;

import java.util.Optional;
import org.medexam.smp.imaging.inspect.JpegFacts;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureFormat;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.imaging.pixel.DecodePermits;
import org.medexam.smp.imaging.pixel.DecodePermits.Permit;
import org.medexam.smp.imaging.pixel.Palette;
import org.medexam.smp.imaging.pixel.PictureDecoder;
import org.medexam.smp.imaging.pixel.PictureEncoder;
import org.medexam.smp.imaging.pixel.PixelGrid;

/** Stamps by way of the pixels: decodes, draws the mark, encodes. Takes every picture that the inspector accepts. */
public final class PixelStamper implements Stamper {

    private static final float JPEG_QUALITY = 0.85f;

    /** Bits a pixel: a PNG that takes no more is no photograph, and a JPEG would hardly take less. */
    private static final double MOST_BITS_OF_TEXT = 1.5;

    /** Lower than this a second encoding is seen, however badly the first one looked already. */
    private static final float LEAST_QUALITY = 0.6f;

    private final DecodePermits permits;
    private final PixelMark watermark;

    /** Half a stroke: more would be missed, and less makes pictures with full palettes three times as long. */
    private final int alike;

    public PixelStamper(DecodePermits permits, DistrictMark mark) {
        this.permits = permits;
        this.watermark = new PixelMark(mark);
        this.alike = mark.strength().levels() / 2;
    }

    @Override
    public StampedPicture stamp(PictureFacts picture) {
        try (Permit permit = permits.take(PictureDecoder.memory(picture))) {
            PixelGrid grid = PictureDecoder.decode(picture);
            if (picture instanceof JpegFacts jpeg) {
                watermark.draw(grid, picture.bytes());
                return jpeg(grid, quality(jpeg.file()));
            }
            Optional<Palette> palette = Palette.of(grid);
            watermark.draw(grid, picture.bytes());
            return palette.flatMap(few -> PictureEncoder.indexedPng(grid, few, alike))
                    .map(png -> png(grid, png))
                    .orElseGet(() -> smallest(grid));
        }
    }

    /**
     * Scans, screens and drawings stay PNG, in which their letters stay sharp: those are grey, or take few bits. What
     * else comes as PNG is mostly a photograph, and becomes a JPEG where that is smaller.
     */
    private static StampedPicture smallest(PixelGrid grid) {
        boolean grey = grid.bands() == 1;
        int certain = grey ? Integer.MAX_VALUE : (int) (MOST_BITS_OF_TEXT / 8 * grid.width() * grid.height());
        return PictureEncoder.png(grid, certain).map(png -> png(grid, png)).orElseGet(() -> {
            StampedPicture jpeg = jpeg(grid, JPEG_QUALITY);
            return jpeg.bytes().length <= certain
                    ? jpeg
                    : PictureEncoder.png(grid, jpeg.bytes().length)
                            .map(png -> png(grid, png))
                            .orElse(jpeg);
        });
    }

    /** More than it came with is bytes for nothing. */
    private static float quality(JpegFile file) {
        return Math.max(LEAST_QUALITY, Math.min(JPEG_QUALITY, file.quality()));
    }

    private static StampedPicture png(PixelGrid grid, byte[] bytes) {
        return new StampedPicture(bytes, PictureFormat.PNG, grid.width(), grid.height());
    }

    private static StampedPicture jpeg(PixelGrid grid, float quality) {
        byte[] bytes = PictureEncoder.jpeg(grid, quality);
        return new StampedPicture(bytes, PictureFormat.JPEG, grid.width(), grid.height());
    }
}
