package org.medexam.smp.imaging.stamp;

import org.medexam.smp.imaging.inspect.PictureFacts;

/** Stamps pictures with the watermark. Implementations are thread-safe. */
public interface Stamper {

    /**
     * Stamps a picture.
     *
     * @param picture as the inspector accepted it
     * @return the stamped picture: upright, without metadata
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} if the picture does not decode, {@code BUSY}
     *     if no memory for it became free in time
     */
    StampedPicture stamp(PictureFacts picture);
}
