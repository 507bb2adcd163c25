package org.medexam.smp.server.dossier;

import static org.medexam.smp.server.dossier.DossierState.DRAFT;
import static org.medexam.smp.server.dossier.DossierState.FIRST_FAILED;
import static org.medexam.smp.server.dossier.DossierState.FIRST_PASSED;
import static org.medexam.smp.server.dossier.DossierState.RETURNED;
import static org.medexam.smp.server.dossier.DossierState.SUBMITTED;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.settings.ReviewSettings;
import org.medexam.smp.core.ticket.ReviewerRole;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;

/** The transition table: from which states a step is possible, and who may take it (contract §4, "Submission and review"). */
@Singleton
public class Transitions {

    private final Map<Step, Set<DossierState>> from = new EnumMap<>(Step.class);

    @Inject
    Transitions(ReviewSettings settings) {
        from.put(Step.SUBMIT, EnumSet.of(DRAFT, RETURNED));
        from.put(Step.FIRST_PASS, EnumSet.of(SUBMITTED));
        from.put(Step.FIRST_RETURN, EnumSet.of(SUBMITTED));
        from.put(Step.FIRST_FAIL, EnumSet.of(SUBMITTED));
        Set<DossierState> second = EnumSet.of(FIRST_PASSED, FIRST_FAILED);
        if (settings.parallel()) {
            second.add(SUBMITTED);
        }
        from.put(Step.SECOND_PASS, second);
        from.put(Step.SECOND_RETURN, second);
        from.put(Step.SECOND_FAIL, second);
        from.put(Step.ABANDON, EnumSet.of(DRAFT, SUBMITTED, RETURNED, FIRST_PASSED, FIRST_FAILED));
        from.put(Step.OVERDUE, EnumSet.of(RETURNED));
        from.put(Step.LAPSE, EnumSet.of(DRAFT));
    }

    /** @throws Refusal {@code RESULT_FINAL}, {@code ALREADY_SUBMITTED}, {@code REVIEW_STATE_CONFLICT} */
    void requirePossible(DossierState state, boolean published, Step step) {
        if (from.get(step).contains(state)) {
            return;
        }
        boolean submits = step == Step.SUBMIT;
        // before the publication a candidate does not learn that there is a result
        if (state.isFinal() && (!submits || published)) {
            throw Refusal.of(RefusalCode.RESULT_FINAL, state.code());
        }
        throw Refusal.of(
                submits ? RefusalCode.ALREADY_SUBMITTED : RefusalCode.REVIEW_STATE_CONFLICT,
                step + " in state " + state.code());
    }

    /** @throws Refusal {@code NOT_ALLOWED} when this caller may not take the step in any state */
    static void requireAllowed(Caller caller, Step step) {
        boolean allowed = switch (step) {
            case SUBMIT -> caller.kind() == CallerKind.CANDIDATE;
            case FIRST_PASS, FIRST_RETURN, FIRST_FAIL -> reviews(caller, ReviewerRole.SITE);
            case SECOND_PASS, SECOND_RETURN, SECOND_FAIL, ABANDON -> reviews(caller, ReviewerRole.DISTRICT);
            case OVERDUE, LAPSE -> caller.kind() == CallerKind.SYSTEM;
        };
        if (!allowed) {
            throw Refusal.of(RefusalCode.NOT_ALLOWED, step + " is not allowed to this caller");
        }
    }

    private static boolean reviews(Caller caller, ReviewerRole role) {
        return caller.kind() == CallerKind.MP || caller instanceof Caller.Reviewer reviewer && reviewer.role() == role;
    }
}
