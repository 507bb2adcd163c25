package org.medexam.smp.server.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.medexam.smp.core.ticket.Ticket;
import org.medexam.smp.server.database.Transactions;

/**
 * Sessions and used tickets, in the database, so that every node knows of an end at once and none is forgotten in a
 * restart.
 */
@Singleton
public class Sessions {

    private static final Duration CANDIDATE = Duration.ofHours(2);
    private static final Duration REVIEWER = Duration.ofHours(10);
    private static final Duration REVIEWER_IDLE = Duration.ofMinutes(30);

    /** A session that is used all the time is written once in this time and not at every call. */
    private static final Duration WRITE_IDLE_EACH = Duration.ofMinutes(1);

    /** A used ticket is remembered that long after its expiry: longer than any clock skew allowed. */
    private static final Duration REMEMBERED_AFTER_EXPIRY = Duration.ofHours(1);

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    Sessions(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param accountId of an own account; null for callers from SP and MP */
    public SessionToken open(Caller caller, Long accountId) {
        boolean candidate = caller instanceof Caller.Candidate;
        return open(caller, accountId, candidate ? CANDIDATE : REVIEWER_IDLE, candidate ? CANDIDATE : REVIEWER);
    }

    /** A candidate's session that is shorter than usual, whatever is done with it. */
    public SessionToken open(Caller.Candidate caller, Duration life) {
        return open(caller, null, life, life);
    }

    private SessionToken open(Caller caller, Long accountId, Duration idle, Duration life) {
        SessionToken token = SessionToken.random();
        Session session = new Session(token.sha256(), caller, accountId, now().plus(idle), now().plus(life));
        transactions.inTransaction(() -> transactions.entityManager().persist(session));
        return token;
    }

    /** The living session of this token, kept awake by being asked for. */
    public Optional<Session> find(SessionToken token) {
        Instant now = now();
        return transactions.inTransaction(() -> {
            Optional<Session> found = byToken(token).filter(session -> session.livesAt(now));
            found.filter(session -> !(session.caller() instanceof Caller.Candidate))
                    .filter(session ->
                            session.idleUntil().isBefore(now.plus(REVIEWER_IDLE).minus(WRITE_IDLE_EACH)))
                    .ifPresent(session -> session.idleUntil(now.plus(REVIEWER_IDLE)));
            return found;
        });
    }

    public void close(SessionToken token) {
        transactions.inTransaction(() ->
                byToken(token).ifPresent(session -> transactions.entityManager().remove(session)));
    }

    boolean wasUsed(Ticket ticket) {
        return transactions.inTransaction(() -> !usedRows(ticket).isEmpty());
    }

    /** Marks a ticket as used; false when it was before. */
    public boolean use(Ticket ticket) {
        return transactions.inTransaction(() -> {
            if (!usedRows(ticket).isEmpty()) {
                return false;
            }
            Instant remembered = ticket.exp().plus(REMEMBERED_AFTER_EXPIRY);
            transactions.entityManager().persist(new UsedTicket(ticket.iss().name(), ticket.jti(), remembered));
            return true;
        });
    }

    /** Forgets what is past its life. */
    public void tidy() {
        Instant now = now();
        transactions.inTransaction(() -> {
            for (String entity : List.of("Session", "UsedTicket")) {
                transactions
                        .entityManager()
                        .createQuery("DELETE FROM " + entity + " e WHERE e.expiresAt < :now")
                        .setParameter("now", now)
                        .executeUpdate();
            }
        });
    }

    private List<UsedTicket> usedRows(Ticket ticket) {
        return transactions
                .entityManager()
                .createQuery("SELECT u FROM UsedTicket u WHERE u.issuer = :issuer AND u.jti = :jti", UsedTicket.class)
                .setParameter("issuer", ticket.iss().name())
                .setParameter("jti", ticket.jti())
                .getResultList();
    }

    private Optional<Session> byToken(SessionToken token) {
        return transactions
                .entityManager()
                .createQuery("SELECT s FROM Session s WHERE s.tokenSha256 = :token", Session.class)
                .setParameter("token", token.sha256())
                .getResultStream()
                .findFirst();
    }

    private Instant now() {
        return clock.instant();
    }
}
