package org.medexam.smp.imaging.stamp;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.JpegFacts;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureInspector;
import org.medexam.smp.imaging.inspect.TestPng;
import org.medexam.smp.imaging.mark.DistrictKey;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.imaging.mark.Lettering;
import org.medexam.smp.imaging.mark.Strength;
import org.medexam.smp.imaging.pixel.DecodePermits;
import org.medexam.smp.imaging.pixel.PictureDecoder;
import org.medexam.smp.imaging.pixel.PixelGrid;

/** Stamps test pictures and measures the results. */
final class Stamping {

    private static final PictureInspector INSPECTOR = new PictureInspector(PictureLimits.NONE);

    static final DecodePermits PERMITS = new DecodePermits(512 << 20, Duration.ofSeconds(10));

    private final Stamper stamper;

    Stamping() {
        this(mark("one district's secret"));
    }

    Stamping(DistrictMark mark) {
        stamper = new PixelStamper(PERMITS, mark);
    }

    /** The notice's text at the default strength. */
    static DistrictMark mark(String secret) {
        return new DistrictMark(Lettering.of(Lettering.WATERMARK), Strength.DEFAULT, key(secret));
    }

    static DistrictKey key(String secret) {
        return new DistrictKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    StampedPicture stamp(byte[] picture) {
        return stamper.stamp(INSPECTOR.inspect(picture));
    }

    static PictureFacts inspect(byte[] picture) {
        return INSPECTOR.inspect(picture);
    }

    static JpegFacts jpeg(byte[] jpeg) {
        return (JpegFacts) INSPECTOR.inspect(jpeg);
    }

    static PixelGrid decode(byte[] picture) {
        return PictureDecoder.decode(INSPECTOR.inspect(picture));
    }

    static byte[] png(BufferedImage image) {
        return TestPng.of(image.getWidth(), image.getHeight(), 2, 8)
                .samples((x, y, c) -> image.getRGB(x, y) >> 16 - 8 * c & 0xFF)
                .bytes();
    }

    /** BT.601 luma of one pixel, 0..255. */
    static double luma(PixelGrid grid, int x, int y) {
        int at = (y * grid.width() + x) * grid.bands();
        byte[] s = grid.samples();
        if (grid.bands() == 1) {
            return s[at] & 0xFF;
        }
        return luma(new Color(s[at + 2] & 0xFF, s[at + 1] & 0xFF, s[at] & 0xFF));
    }

    static double luma(Color colour) {
        return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
    }
}
