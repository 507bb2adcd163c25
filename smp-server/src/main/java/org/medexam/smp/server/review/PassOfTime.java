package org.medexam.smp.server.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.medexam.smp.core.settings.ReviewSettings;
import org.medexam.smp.server.central.ChangeType;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierState;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.dossier.Feed;
import org.medexam.smp.server.dossier.MaterialMarks;
import org.medexam.smp.server.dossier.Materials;

/** What becomes of dossiers by the clock alone, where the district switched it on. */
@Singleton
public class PassOfTime {

    private static final int AT_ONCE = 200;

    private final Dossiers dossiers;
    private final Materials materials;
    private final MaterialMarks marks;
    private final Feed feed;
    private final ReviewSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    PassOfTime(
            Dossiers dossiers,
            Materials materials,
            MaterialMarks marks,
            Feed feed,
            ReviewSettings settings,
            Transactions transactions,
            Clock clock) {
        this.dossiers = dossiers;
        this.materials = materials;
        this.marks = marks;
        this.feed = feed;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Fails what was not mended in time (S4:55), gives up for who did not submit in time (S0:19), or neither. */
    public void look() {
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
            due = dossiers.due(DossierState.RETURNED, clock.instant(), AT_ONCE);
            due.forEach(id -> step(id, DossierState.RETURNED, DossierState.FIRST_FAILED, ChangeType.FIRST_FAILED));
        } while (due.size() == AT_ONCE);
    }

    private void abandonLate() {
        List<Long> drafts = dossiers.inState(DossierState.DRAFT, 0, AT_ONCE);
        while (!drafts.isEmpty()) {
            drafts.forEach(id -> step(id, DossierState.DRAFT, DossierState.ABANDONED, ChangeType.ABANDONED));
            drafts = dossiers.inState(DossierState.DRAFT, drafts.get(drafts.size() - 1), AT_ONCE);
        }
    }

    private void step(long id, DossierState from, DossierState to, ChangeType type) {
        if (!isDue(dossiers.byId(id), from)) {
            return; // the lock below would be a step to another version
        }
        transactions.inTransaction(() -> {
            Dossier dossier = dossiers.lock(id);
            // the candidate may have been faster while we waited
            if (isDue(dossier, from)) {
                dossier.become(to);
                marks.close(id);
                feed.tell(dossier, type, Map.of("overdue", true));
            }
        });
    }

    private boolean isDue(Dossier dossier, DossierState from) {
        return !dossier.isTrial() && dossier.state() == from && materials.isOverdue(dossier);
    }
}
