package org.medexam.smp.server.dossier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.audit.AuditTrail;

/**
 * Changes the state of dossiers; no other code does. One step checks the caller and the transition table, sets the
 * state, opens or closes the materials, and writes the audit entry and the change of the feed, all in the transaction
 * of its caller.
 */
@Singleton
public class DossierLifecycle {

    private final Transitions transitions;
    private final MaterialMarks marks;
    private final DossierChanges changes;
    private final AuditTrail audit;

    @Inject
    DossierLifecycle(Transitions transitions, MaterialMarks marks, DossierChanges changes, AuditTrail audit) {
        this.transitions = transitions;
        this.marks = marks;
        this.changes = changes;
        this.audit = audit;
    }

    /**
     * A step with its data.
     *
     * @param dueAt until when the candidate can change returned materials; empty: until the next submission
     * @param marks of a return: one for each material that the review returns, opens or accepts
     * @param details further members of the change in the feed; no personal data
     */
    public record StepTaken(
            Step step, Optional<Instant> dueAt, Collection<MaterialMark> marks, Map<String, Object> details) {

        public StepTaken {
            marks = List.copyOf(marks);
            details = Map.copyOf(details);
        }

        /** Creates a step without due time and marks. */
        public static StepTaken of(Step step, Map<String, Object> details) {
            return new StepTaken(step, Optional.empty(), List.of(), details);
        }
    }

    /** @throws Refusal {@code NOT_ALLOWED} when this caller may not take the step in any state */
    public void requireAllowed(Actor actor, Step step) {
        Transitions.requireAllowed(actor.caller(), step);
    }

    /** @throws Refusal {@code RESULT_FINAL}, {@code ALREADY_SUBMITTED}, {@code REVIEW_STATE_CONFLICT} */
    public void requirePossible(Dossier dossier, Step step) {
        transitions.requirePossible(dossier.state(), dossier.isPublished(), step);
    }

    /**
     * Takes a step.
     *
     * @param dossier locked by {@link Dossiers#lock}
     * @throws Refusal as {@link #requireAllowed} and {@link #requirePossible}; the dossier is then unchanged
     */
    public void advance(Dossier dossier, StepTaken taken, Actor actor) {
        Step step = taken.step();
        requireAllowed(actor, step);
        requirePossible(dossier, step);
        dossier.enter(step.leadsTo(), taken.dueAt().orElse(null));
        if (step.leadsTo() == DossierState.RETURNED) {
            marks.replace(dossier.id(), taken.marks());
        } else {
            marks.close(dossier.id());
        }
        changes.add(dossier, step.changeType(), taken.details());
        audit.write(actor, step.auditAction(), dossier.no(), step.auditSubject());
    }
}
