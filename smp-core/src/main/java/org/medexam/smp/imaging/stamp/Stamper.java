package org.medexam.smp.imaging.stamp;

import org.medexam.smp.imaging.inspect.PictureFacts;

/** Puts the watermark on a picture. Implementations are safe for use by several threads. */
public interface Stamper {

    /**
     * @param received the bytes as they came in; never altered
     * @param facts what the inspector said about exactly these bytes
     * @return the stamped picture: upright, no metadata
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} when the picture does not decode,
     *     {@code BUSY} when no memory for it came free in time
     */
    StampedPicture stamp(byte[] received, PictureFacts facts);
}
