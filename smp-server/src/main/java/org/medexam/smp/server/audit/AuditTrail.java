package org.medexam.smp.server.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.database.Transactions;

/** Appends entries to the audit trail. SMP never reads, changes or deletes them. */
@Singleton
public class AuditTrail {

    /** The recorded actions. */
    public enum Action {
        DOSSIER_REGISTERED,
        DOSSIER_CHANGED,
        PICTURES_MOVED,
        PICTURE_ADDED,
        PICTURE_REMOVED,
        ARCHIVE_FETCHED,
        LINKS_MADE,
        SUBMITTED,
        REVIEWED,
        /** A deadline passed: by the clock. */
        EXPIRED,
        PUBLISHED,
        WINDOW_CHANGED,
        WEBHOOK_GIVEN_UP,
        LOGGED_IN,
        LOGIN_REFUSED,
        TRIAL_BEGUN,
        TRIAL_ENDED,
        REACH_BEGUN
    }

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public AuditTrail(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes an entry in the current transaction.
     *
     * @param dossierNo number of the dossier; null if the action concerns none
     * @param subject further object of the action, e.g. a picture's id; may be null
     */
    public void write(Actor actor, Action action, String dossierNo, String subject) {
        transactions.inTransaction(() -> transactions
                .entityManager()
                .persist(new AuditEntry(
                        clock.instant(),
                        actor.caller().subject(),
                        actor.caller().kind().name().toLowerCase(Locale.ROOT).replace("account_", ""),
                        action.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        dossierNo,
                        subject,
                        actor.address())));
    }
}
