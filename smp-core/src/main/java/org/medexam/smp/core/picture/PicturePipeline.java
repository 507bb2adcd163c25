package org.medexam.smp.core.picture;

import java.time.Duration;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureInspector;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.imaging.pixel.DecodePermits;
import org.medexam.smp.imaging.stamp.CoefficientStamper;
import org.medexam.smp.imaging.stamp.PixelStamper;
import org.medexam.smp.imaging.stamp.StampedPicture;
import org.medexam.smp.imaging.stamp.Thumbnailer;

/** Inspects, stamps and scales down pictures with the limits and the watermark of an installation. Thread-safe. */
public final class PicturePipeline {

    private static final Duration MAX_PERMIT_WAIT = Duration.ofSeconds(10);

    private final PictureInspector inspector;
    private final CoefficientStamper stamper;
    private final Thumbnailer thumbnailer;

    /** Decoded pictures take at most half of the heap; the other half is for everything else. */
    public PicturePipeline(PictureLimits limits, DistrictMark mark) {
        DecodePermits permits = new DecodePermits(Runtime.getRuntime().maxMemory() / 2, MAX_PERMIT_WAIT);
        this.inspector = new PictureInspector(limits);
        this.stamper = new CoefficientStamper(new PixelStamper(permits, mark), permits, mark);
        this.thumbnailer = new Thumbnailer(permits);
    }

    /** The pipeline of an installation; creates the district's secret if there is none yet. */
    public static PicturePipeline of(SmpSettings settings) {
        return new PicturePipeline(
                PictureLimits.DEFAULT.withMaxBytes(settings.picture().maxBytes()), InstalledMark.of(settings));
    }

    /** Renders the mark and lets the JVM compile the stamper, so that the first upload does not wait for it. */
    public void warmUp() {
        stamper.warmUp();
    }

    /**
     * Judges received bytes by their structure.
     *
     * @throws Refusal {@code IMAGE_TOO_LARGE}, {@code IMAGE_FORMAT_UNSUPPORTED}, {@code IMAGE_TOO_MANY_PIXELS},
     *     {@code IMAGE_UNREADABLE}
     */
    public PictureFacts inspect(byte[] received) {
        return PictureRefusals.translate(() -> inspector.inspect(received));
    }

    /**
     * Stamps an inspected picture.
     *
     * @throws Refusal {@code IMAGE_UNREADABLE} if the picture does not decode, {@code OVERLOADED} if no memory became
     *     free in time
     */
    public StampedPicture stamp(PictureFacts picture) {
        return PictureRefusals.translate(() -> stamper.stamp(picture));
    }

    /**
     * Scales a stamped picture down to a thumbnail.
     *
     * @return a JPEG
     * @throws Refusal as {@link #stamp}
     */
    public byte[] thumbnail(byte[] stamped) {
        return PictureRefusals.translate(() -> thumbnailer.thumbnail(stamped));
    }
}
