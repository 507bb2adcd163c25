package org.medexam.smp.server.review;

import static org.medexam.smp.server.dossier.DossierState.ABANDONED;
import static org.medexam.smp.server.dossier.DossierState.FAILED;
import static org.medexam.smp.server.dossier.DossierState.FIRST_FAILED;
import static org.medexam.smp.server.dossier.DossierState.FIRST_PASSED;
import static org.medexam.smp.server.dossier.DossierState.PASSED;
import static org.medexam.smp.server.dossier.DossierState.RETURNED;
import static org.medexam.smp.server.dossier.DossierState.SUBMITTED;

import org.medexam.smp.server.dossier.DossierState;

/** What can be done with a dossier as a whole, and the state that it leads to. */
public enum Step {
    SUBMIT(SUBMITTED),
    FIRST_PASS(FIRST_PASSED),
    FIRST_RETURN(RETURNED),
    FIRST_FAIL(FIRST_FAILED),
    SECOND_PASS(PASSED),
    SECOND_RETURN(RETURNED),
    SECOND_FAIL(FAILED),
    ABANDON(ABANDONED),
    /** Not mended in time, where the district lets that fail (H8). */
    OVERDUE(FIRST_FAILED);

    private final DossierState leadsTo;

    Step(DossierState leadsTo) {
        this.leadsTo = leadsTo;
    }

    DossierState leadsTo() {
        return leadsTo;
    }

    static Step of(Stage stage, Decision decision) {
        return switch (decision) {
            case PASS -> stage == Stage.FIRST ? FIRST_PASS : SECOND_PASS;
            case RETURN -> stage == Stage.FIRST ? FIRST_RETURN : SECOND_RETURN;
            case FAIL -> stage == Stage.FIRST ? FIRST_FAIL : SECOND_FAIL;
            case ABANDON -> ABANDON;
        };
    }
}
