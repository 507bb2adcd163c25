package org.medexam.smp.server.dossier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.medexam.smp.server.central.ChangeType;
import org.medexam.smp.server.central.Changes;

/** Tells SP and MP what happened to a dossier, in the transaction in which it happens. */
@Singleton
public class Feed {

    private final Changes changes;

    @Inject
    Feed(Changes changes) {
        this.changes = changes;
    }

    /** @param details further members of the change: no personal data */
    public void tell(Dossier dossier, ChangeType type, Map<String, Object> details) {
        if (!dossier.isTrial()) {
            changes.add(type, dossier.no(), dossier.site().code(), details);
        }
    }
}
