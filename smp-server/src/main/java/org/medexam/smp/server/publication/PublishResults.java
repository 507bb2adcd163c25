package org.medexam.smp.server.publication;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.medexam.smp.core.catalogue.NoticeTexts;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.central.ChangeType;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierChanges;
import org.medexam.smp.server.dossier.DossierState;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.material.Materials;

/** Lets the candidates see the results that are final by now (H10). */
@Singleton
public class PublishResults {

    /** So many in one transaction: the feed's counter is not held for long. */
    private static final int BATCH_SIZE = 100;

    private final Dossiers dossiers;
    private final Materials materials;
    private final DossierChanges changes;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    PublishResults(
            Dossiers dossiers,
            Materials materials,
            DossierChanges changes,
            AuditTrail audit,
            Transactions transactions,
            Clock clock) {
        this.dossiers = dossiers;
        this.materials = materials;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return how many results were published by this; whoever is cut short calls again */
    int publish(Actor actor) {
        int published = 0;
        for (List<Long> some = dossiers.unpublished(BATCH_SIZE);
                !some.isEmpty();
                some = dossiers.unpublished(BATCH_SIZE)) {
            List<Long> these = some;
            published += transactions.inTransaction(() -> publish(these));
        }
        audit.write(actor, AuditTrail.Action.PUBLISHED, null, String.valueOf(published));
        return published;
    }

    private int publish(List<Long> ids) {
        int count = 0;
        for (long id : ids) {
            Dossier dossier = dossiers.lock(id);
            if (!dossier.isPublished()) {
                dossier.publish(clock.instant());
                changes.add(dossier, ChangeType.PUBLISHED, details(dossier));
                count++;
            }
        }
        return count;
    }

    private Map<String, Object> details(Dossier dossier) {
        Map<String, Object> details = new HashMap<>();
        details.put("result", dossier.state().code());
        Map<NoticeTexts.Event, String> words =
                materials.profile(dossier).texts().messages();
        if (dossier.state() != DossierState.ABANDONED) {
            details.put(
                    "notice",
                    words.get(
                            dossier.state() == DossierState.PASSED
                                    ? NoticeTexts.Event.PASSED
                                    : NoticeTexts.Event.FAILED));
        }
        return details;
    }
}
