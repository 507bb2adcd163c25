package org.medexam.smp.server.window;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.Dossiers;

/** Gives one candidate more time: to submit a draft, or to mend what was returned. */
@Singleton
public class ExtendWindow {

    private final Dossiers dossiers;
    private final AuditTrail audit;
    private final Transactions transactions;

    @Inject
    ExtendWindow(Dossiers dossiers, AuditTrail audit, Transactions transactions) {
        this.dossiers = dossiers;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @throws Refusal {@code RESULT_FINAL} */
    Dossier extend(Actor actor, String no, WindowRequest window) {
        window.check();
        return transactions.inTransaction(() -> {
            Dossier dossier =
                    dossiers.lock(dossiers.visibleTo(actor.caller(), no).id());
            if (dossier.state().isFinal()) {
                throw Refusal.of(RefusalCode.RESULT_FINAL, dossier.state().code());
            }
            dossier.extend(utc(window.opensAt()), utc(window.closesAt()));
            audit.write(actor, AuditTrail.Action.WINDOW_CHANGED, no, null);
            return dossier;
        });
    }

    private static Instant utc(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
