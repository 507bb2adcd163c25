package org.medexam.smp.imaging.jpeg;

import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** Words the refusal of a file that breaks the standard. */
public final class Damage {

    private Damage() {}

    /** @param reason what is wrong, where, and the clause of T.81 that it breaks */
    public static Refusal because(String reason) {
        return Refusal.of(RefusalCode.IMAGE_UNREADABLE, "JPEG: " + reason);
    }
}
