package org.medexam.smp.imaging.jpeg;

import org.medexam.smp.imaging.PictureException;

/** Creates the exception for a file that breaks the standard. */
public final class JpegErrors {

    private JpegErrors() {}

    /** @param reason what is wrong, where, and the clause of T.81 that it breaks */
    public static PictureException invalid(String reason) {
        return new PictureException(PictureException.Kind.UNREADABLE, "JPEG: " + reason);
    }
}
