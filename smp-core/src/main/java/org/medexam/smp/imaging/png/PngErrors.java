package org.medexam.smp.imaging.png;

import org.medexam.smp.imaging.PictureException;

/** Creates the exception for a file that breaks the PNG specification. */
final class PngErrors {

    private PngErrors() {}

    /** @param reason what is wrong */
    static PictureException invalid(String reason) {
        return new PictureException(PictureException.Kind.UNREADABLE, reason);
    }

    /** @param reason what is wrong if the condition does not hold */
    static void check(boolean holds, String reason) {
        if (!holds) {
            throw invalid(reason);
        }
    }
}
