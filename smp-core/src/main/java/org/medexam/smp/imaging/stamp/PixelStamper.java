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

/** Stamps pixels: decodes, draws the mark, encodes. Supports every picture that the inspector accepts. */
public final class PixelStamper implements Stamper {

    private static final float MAX_QUALITY = 0.85f;

    /** Bits a pixel up to which a PNG is not a photograph; a JPEG would hardly be shorter. */
    private static final double MAX_TEXT_BITS = 1.5;

    /** Below this quality the second encoding is visible, whatever the quality of the first. */
    private static final float MIN_QUALITY = 0.6f;

    private final DecodePermits permits;
    private final PixelMark mark;

    /** Half a stroke: more would be visible, and less makes pictures with full palettes three times as long. */
    private final int paletteTolerance;

    public PixelStamper(DecodePermits permits, DistrictMark mark) {
        this.permits = permits;
        this.mark = new PixelMark(mark);
        this.paletteTolerance = mark.strength().levels() / 2;
    }

    @Override
    public StampedPicture stamp(PictureFacts picture) {
        try (Permit permit = permits.acquire(PictureDecoder.memory(picture))) {
            PixelGrid grid = PictureDecoder.decode(picture);
            if (picture instanceof JpegFacts jpeg) {
                mark.draw(grid, picture.bytes());
                return jpeg(grid, quality(jpeg.file()));
            }
            Optional<Palette> palette = Palette.of(grid);
            mark.draw(grid, picture.bytes());
            return palette.flatMap(few -> PictureEncoder.indexedPng(grid, few, paletteTolerance))
                    .map(png -> png(grid, png))
                    .orElseGet(() -> smallest(grid));
        }
    }

    /**
     * Encodes scans, screens and drawings as PNG, which keeps letters sharp: they are grey, or take few bits. Other PNGs
     * are mostly photographs; they become JPEGs if those are shorter.
     */
    private static StampedPicture smallest(PixelGrid grid) {
        boolean grey = grid.bands() == 1;
        int textLimit = grey ? Integer.MAX_VALUE : (int) (MAX_TEXT_BITS / 8 * grid.width() * grid.height());
        return PictureEncoder.png(grid, textLimit).map(png -> png(grid, png)).orElseGet(() -> {
            StampedPicture jpeg = jpeg(grid, MAX_QUALITY);
            return jpeg.bytes().length <= textLimit
                    ? jpeg
                    : PictureEncoder.png(grid, jpeg.bytes().length)
                            .map(png -> png(grid, png))
                            .orElse(jpeg);
        });
    }

    /** The quality of the received file within limits; a higher one would only cost bytes. */
    private static float quality(JpegFile file) {
        return Math.max(MIN_QUALITY, Math.min(MAX_QUALITY, file.quality()));
    }

    private static StampedPicture png(PixelGrid grid, byte[] bytes) {
        return new StampedPicture(bytes, PictureFormat.PNG, grid.width(), grid.height());
    }

    private static StampedPicture jpeg(PixelGrid grid, float quality) {
        byte[] bytes = PictureEncoder.jpeg(grid, quality);
        return new StampedPicture(bytes, PictureFormat.JPEG, grid.width(), grid.height());
    }
}
