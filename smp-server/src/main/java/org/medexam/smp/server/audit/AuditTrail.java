package org.medexam.smp.server.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.database.Transactions;

/** Adds to the trail; nothing reads it back into the program, and nothing changes it. */
@Singleton
public class AuditTrail {

    /** What is worth a line. */
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
     * @param dossierNo which dossier; null where it is about none
     * @param subject what in it, e.g. a picture's id; null where there is nothing more to say
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
