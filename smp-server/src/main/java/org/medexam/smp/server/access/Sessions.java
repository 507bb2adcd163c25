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

/** Sessions and used tickets. The database keeps them, so that they hold on every node and survive a restart. */
@Singleton
public class Sessions {

    private static final Duration CANDIDATE_LIFETIME = Duration.ofHours(2);
    private static final Duration REVIEWER_LIFETIME = Duration.ofHours(10);
    private static final Duration REVIEWER_IDLE_TIMEOUT = Duration.ofMinutes(30);

    /** The idle timeout is extended at most this often, so that not every call writes a row. */
    private static final Duration MIN_EXTENSION = Duration.ofMinutes(1);

    /** Time after a used ticket's expiry until it is deleted; longer than the permitted clock skew. */
    private static final Duration USED_TICKET_RETENTION = Duration.ofHours(1);

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    Sessions(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param accountId of one of SMP's own accounts; null for callers from SP and MP */
    public SessionToken open(Caller caller, Long accountId) {
        boolean candidate = caller instanceof Caller.Candidate;
        return open(
                caller,
                accountId,
                candidate ? CANDIDATE_LIFETIME : REVIEWER_IDLE_TIMEOUT,
                candidate ? CANDIDATE_LIFETIME : REVIEWER_LIFETIME);
    }

    /** Opens a candidate's session with this fixed lifetime. */
    public SessionToken open(Caller.Candidate caller, Duration lifetime) {
        return open(caller, null, lifetime, lifetime);
    }

    private SessionToken open(Caller caller, Long accountId, Duration idleTimeout, Duration lifetime) {
        SessionToken token = SessionToken.random();
        Session session = new Session(token.sha256(), caller, accountId, now().plus(idleTimeout), now().plus(lifetime));
        transactions.inTransaction(() -> transactions.entityManager().persist(session));
        return token;
    }

    /** Finds the valid session of this token and extends its idle timeout. */
    public Optional<Session> find(SessionToken token) {
        Instant now = now();
        return transactions.inTransaction(() -> {
            Optional<Session> found = byToken(token).filter(session -> session.isValidAt(now));
            found.filter(session -> !(session.caller() instanceof Caller.Candidate))
                    .filter(session -> session.idleUntil()
                            .isBefore(now.plus(REVIEWER_IDLE_TIMEOUT).minus(MIN_EXTENSION)))
                    .ifPresent(session -> session.idleUntil(now.plus(REVIEWER_IDLE_TIMEOUT)));
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

    /**
     * Marks a ticket as used.
     *
     * @return false if it was already used
     */
    public boolean use(Ticket ticket) {
        return transactions.inTransaction(() -> {
            if (!usedRows(ticket).isEmpty()) {
                return false;
            }
            Instant remembered = ticket.exp().plus(USED_TICKET_RETENTION);
            transactions.entityManager().persist(new UsedTicket(ticket.iss().name(), ticket.jti(), remembered));
            return true;
        });
    }

    /** Deletes expired sessions and used tickets. */
    public void deleteExpired() {
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
