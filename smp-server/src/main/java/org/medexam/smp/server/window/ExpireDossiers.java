package org.medexam.smp.server.window;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.medexam.smp.core.settings.ReviewSettings;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierLifecycle;
import org.medexam.smp.server.dossier.DossierLifecycle.StepTaken;
import org.medexam.smp.server.dossier.DossierState;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.dossier.Step;
import org.medexam.smp.server.material.Materials;

/** Takes the steps that follow from a passed deadline, where the district switched them on. */
@Singleton
public class ExpireDossiers {

    private static final int BATCH_SIZE = 200;

    private final Dossiers dossiers;
    private final Materials materials;
    private final DossierLifecycle lifecycle;
    private final ReviewSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    ExpireDossiers(
            Dossiers dossiers,
            Materials materials,
            DossierLifecycle lifecycle,
            ReviewSettings settings,
            Transactions transactions,
            Clock clock) {
        this.dossiers = dossiers;
        this.materials = materials;
        this.lifecycle = lifecycle;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Fails what was not mended in time (S4:55), and gives up drafts that were not submitted in time (S0:19). */
    public void run() {
        if (settings.overdueFails()) {
            failOverdue();
        }
        if (settings.lateAbandons()) {
            abandonLate();
        }
    }

    private void failOverdue() {
        List<Long> due;
        do {
            due = dossiers.due(DossierState.RETURNED, clock.instant(), BATCH_SIZE);
            due.forEach(id -> expire(id, DossierState.RETURNED, Step.OVERDUE));
        } while (due.size() == BATCH_SIZE);
    }

    private void abandonLate() {
        List<Long> drafts = dossiers.inState(DossierState.DRAFT, 0, BATCH_SIZE);
        while (!drafts.isEmpty()) {
            drafts.forEach(id -> expire(id, DossierState.DRAFT, Step.LAPSE));
            drafts = dossiers.inState(DossierState.DRAFT, drafts.get(drafts.size() - 1), BATCH_SIZE);
        }
    }

    private void expire(long id, DossierState from, Step step) {
        if (!isDue(dossiers.byId(id), from)) {
            return; // the lock below would count a version
        }
        transactions.inTransaction(() -> {
            Dossier dossier = dossiers.lock(id);
            // the candidate may have been faster
            if (isDue(dossier, from)) {
                lifecycle.advance(dossier, StepTaken.of(step, Map.of("overdue", true)), Actor.system());
            }
        });
    }

    private boolean isDue(Dossier dossier, DossierState from) {
        return !dossier.isTrial() && dossier.state() == from && materials.isOverdue(dossier);
    }
}
