package org.medexam.smp.imaging.inspect;

import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** The refusals of this package. */
final class Unreadable {

    private Unreadable() {}

    /** The structure is broken, or of a kind that nobody shows. */
    static Refusal because(String reason) {
        return Refusal.of(RefusalCode.IMAGE_UNREADABLE, reason);
    }

    static void unless(boolean holds, String reason) {
        if (!holds) {
            throw because(reason);
        }
    }
}
