package org.medexam.smp.server.dossier;

import static org.medexam.smp.server.dossier.DossierState.ABANDONED;
import static org.medexam.smp.server.dossier.DossierState.FAILED;
import static org.medexam.smp.server.dossier.DossierState.FIRST_FAILED;
import static org.medexam.smp.server.dossier.DossierState.FIRST_PASSED;
import static org.medexam.smp.server.dossier.DossierState.PASSED;
import static org.medexam.smp.server.dossier.DossierState.RETURNED;
import static org.medexam.smp.server.dossier.DossierState.SUBMITTED;

import org.medexam.smp.server.audit.AuditTrail.Action;
import org.medexam.smp.server.central.ChangeType;

/** An event in the life of a dossier, with the state it leads to, its change in the feed and its audit action. */
public enum Step {
    SUBMIT(SUBMITTED, ChangeType.SUBMITTED, Action.SUBMITTED),
    FIRST_PASS(FIRST_PASSED, ChangeType.FIRST_PASSED, Action.REVIEWED),
    FIRST_RETURN(RETURNED, ChangeType.RETURNED, Action.REVIEWED),
    FIRST_FAIL(FIRST_FAILED, ChangeType.FIRST_FAILED, Action.REVIEWED),
    SECOND_PASS(PASSED, ChangeType.PASSED, Action.REVIEWED),
    SECOND_RETURN(RETURNED, ChangeType.RETURNED, Action.REVIEWED),
    SECOND_FAIL(FAILED, ChangeType.FAILED, Action.REVIEWED),
    ABANDON(ABANDONED, ChangeType.ABANDONED, Action.REVIEWED),
    /** Returned materials were not mended in time, where the district lets that fail (H8). */
    OVERDUE(FIRST_FAILED, ChangeType.FIRST_FAILED, Action.EXPIRED),
    /** A draft was not submitted in time, where the district gives it up then (S0:19). */
    LAPSE(ABANDONED, ChangeType.ABANDONED, Action.EXPIRED);

    private final DossierState leadsTo;
    private final ChangeType changeType;
    private final Action auditAction;

    Step(DossierState leadsTo, ChangeType changeType, Action auditAction) {
        this.leadsTo = leadsTo;
        this.changeType = changeType;
        this.auditAction = auditAction;
    }

    DossierState leadsTo() {
        return leadsTo;
    }

    ChangeType changeType() {
        return changeType;
    }

    Action auditAction() {
        return auditAction;
    }

    /** The step's own name, unless the action says it already. */
    String auditSubject() {
        return auditAction == Action.SUBMITTED ? null : name();
    }

    /** Whether only SMP itself takes it, when a deadline has passed. */
    boolean isTakenByClock() {
        return auditAction == Action.EXPIRED;
    }
}
