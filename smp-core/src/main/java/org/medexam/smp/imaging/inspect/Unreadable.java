package org.medexam.smp.imaging.inspect;

import org.medexam.smp.imaging.PictureException;

/** The refusals of this package. */
final class Unreadable {

    private Unreadable() {}

    /** The structure is broken, or of a kind that nobody shows. */
    static PictureException because(String reason) {
        return new PictureException(PictureException.Kind.UNREADABLE, reason);
    }

    static void unless(boolean holds, String reason) {
        if (!holds) {
            throw because(reason);
        }
    }
}
