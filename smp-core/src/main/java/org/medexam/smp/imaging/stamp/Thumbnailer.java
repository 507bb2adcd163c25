package org.medexam.smp.imaging.stamp;

import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureInspector;
import org.medexam.smp.imaging.pixel.AreaScaler;
import org.medexam.smp.imaging.pixel.DecodePermits;
import org.medexam.smp.imaging.pixel.DecodePermits.Permit;
import org.medexam.smp.imaging.pixel.PictureDecoder;
import org.medexam.smp.imaging.pixel.PictureEncoder;
import org.medexam.smp.imaging.pixel.PixelGrid;

/** Scales stamped pictures down to thumbnails, which contain the mark of the picture. */
public final class Thumbnailer {

    /** The maximal longer side in pixels (contract §4). */
    public static final int LONG_SIDE = 320;

    private static final float QUALITY = 0.8f;

    /** A stamped picture may exceed the limits of received ones. */
    private final PictureInspector inspector = new PictureInspector(PictureLimits.NONE);

    private final DecodePermits permits;

    public Thumbnailer(DecodePermits permits) {
        this.permits = permits;
    }

    /**
     * Creates a thumbnail.
     *
     * @param stamped the bytes of a {@link StampedPicture}; never altered
     * @return a JPEG
     * @throws org.medexam.smp.imaging.PictureException as {@link Stamper#stamp}
     */
    public byte[] thumbnail(byte[] stamped) {
        PictureFacts facts = inspector.inspect(stamped);
        try (Permit permit = permits.acquire(PictureDecoder.memory(facts))) {
            PixelGrid small = AreaScaler.to(LONG_SIDE, PictureDecoder.decode(facts));
            return PictureEncoder.jpeg(small, QUALITY);
        }
    }
}
