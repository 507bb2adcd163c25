package org.medexam.smp.imaging.jpeg;

import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** Words the refusal of a file that breaks the standard. */
public final class JpegErrors {

    private JpegErrors() {}

    /** @param reason what is wrong, where, and the clause of T.81 that it breaks */
    public static Refusal invalid(String reason) {
        return Refusal.of(RefusalCode.IMAGE_UNREADABLE, "JPEG: " + reason);
    }
}
