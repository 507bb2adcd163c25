package org.medexam.smp.imaging.png;

import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** Words the refusal of a file that breaks the PNG specification. */
final class PngErrors {

    private PngErrors() {}

    /** @param reason what is wrong */
    static Refusal invalid(String reason) {
        return Refusal.of(RefusalCode.IMAGE_UNREADABLE, reason);
    }

    static void check(boolean holds, String reason) {
        if (!holds) {
            throw invalid(reason);
        }
    }
}
