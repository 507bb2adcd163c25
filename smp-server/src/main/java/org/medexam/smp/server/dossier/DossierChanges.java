package org.medexam.smp.server.dossier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.medexam.smp.server.central.ChangeType;
import org.medexam.smp.server.central.Changes;

/** Adds changes of dossiers to the feed, in the current transaction. A trial dossier has no changes. */
@Singleton
public class DossierChanges {

    private final Changes changes;

    @Inject
    DossierChanges(Changes changes) {
        this.changes = changes;
    }

    /** @param details further members of the change; no personal data */
    public void add(Dossier dossier, ChangeType type, Map<String, Object> details) {
        if (!dossier.isTrial()) {
            changes.add(type, dossier.no(), dossier.site().code(), details);
        }
    }
}
