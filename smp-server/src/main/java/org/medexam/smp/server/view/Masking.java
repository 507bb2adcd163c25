package org.medexam.smp.server.view;

import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.dossier.Registration;

/** ID number and phone, shown whole to SP and MP alone: {@code 620***********0015}. */
final class Masking {

    private static final int FIRST = 3;
    private static final int LAST = 4;

    private Masking() {}

    static Registration.Candidate of(Registration.Candidate candidate, Caller caller) {
        return caller.seesPersonalData()
                ? candidate
                : new Registration.Candidate(
                        candidate.name(), candidate.idType(), mask(candidate.idNumber()), mask(candidate.phone()));
    }

    /** Short texts are masked whole: their ends would be most of them. */
    static String mask(String text) {
        if (text == null) {
            return null;
        }
        if (text.length() <= FIRST + LAST) {
            return "*".repeat(text.length());
        }
        int hidden = text.length() - FIRST - LAST;
        return text.substring(0, FIRST) + "*".repeat(hidden) + text.substring(FIRST + hidden);
    }
}
