package org.medexam.smp.server.central;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.medexam.smp.server.database.Database;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.wire.Json;

/**
 * The changes in the order in which they were committed, numbered without a gap. An identity column would not give
 * that: its numbers are given when a row is written, and a transaction that got the smaller one may commit later, when
 * a reader has already passed it. So the number is the transaction's last step, taken from one row that stays locked
 * until the commit: the next number is given when the one before can be read.
 */
@Singleton
public class Changes {

    /** How long changes are kept (contract §4). */
    private static final Period RETENTION = Period.ofYears(1);

    /** So many rows go at once when old ones are forgotten: nobody waits long for that. */
    private static final int BATCH_SIZE = 1000;

    private final Transactions transactions;
    private final Database database;
    private final Clock clock;
    private final ChangeSignal signal;

    @Inject
    public Changes(Transactions transactions, Database database, Clock clock, ChangeSignal signal) {
        this.transactions = transactions;
        this.database = database;
        this.clock = clock;
        this.signal = signal;
    }

    /**
     * Adds a change to the transaction at hand.
     *
     * @param details further members of the change on the wire: texts, numbers, lists and maps of them; no personal data
     */
    public void add(ChangeType type, String dossierNo, String siteCode, Map<String, Object> details) {
        Instant now = clock.instant();
        String text = Json.text(details);
        transactions.beforeCommit(() ->
                transactions.entityManager().persist(new Change(nextNumber(), now, type, dossierNo, siteCode, text)));
        transactions.afterCommit(signal::raise);
    }

    private long nextNumber() {
        transactions
                .entityManager()
                .createQuery("UPDATE ChangeCounter c SET c.lastSeq = c.lastSeq + 1 WHERE c.id = :only")
                .setParameter("only", ChangeCounter.ONLY)
                .executeUpdate();
        return last();
    }

    /**
     * The changes after that number, in order. What is told survives a power cut: a number that was told once is never
     * given to another change.
     *
     * @return with {@code next} smaller than {@code seq} where no change has had that number yet
     */
    public ChangePage after(long seq, int limit, Follower follower) {
        ChangePage page = transactions.inTransaction(() -> {
            // first: every change up to here is committed, so that whatever of it is not found is kept from this
            // follower
            long last = last();
            List<Change> found = find(seq, limit, follower);
            long reached = found.isEmpty() ? 0 : found.get(found.size() - 1).seq();
            long oldest = oldest().orElse(last + 1);
            return new ChangePage(
                    found,
                    found.size() == limit ? reached : Math.max(last, reached),
                    seq + 1 < oldest ? OptionalLong.of(oldest) : OptionalLong.empty());
        });
        if (!page.changes().isEmpty()) {
            database.flush();
        }
        return page;
    }

    private List<Change> find(long seq, int limit, Follower follower) {
        List<String> held = follower.held().stream().map(ChangeType::code).toList();
        TypedQuery<Change> query = transactions
                .entityManager()
                .createQuery(
                        "SELECT c FROM Change c WHERE c.seq > :seq" + (held.isEmpty() ? "" : " AND c.type NOT IN :held")
                                + " ORDER BY c.seq",
                        Change.class);
        if (!held.isEmpty()) {
            query.setParameter("held", held);
        }
        return query.setParameter("seq", seq).setMaxResults(limit).getResultList();
    }

    /** The change with that number, unless it is forgotten. */
    public Optional<Change> find(long seq) {
        return transactions.inTransaction(
                () -> Optional.ofNullable(transactions.entityManager().find(Change.class, seq)));
    }

    /** The number of the last change; 0 before the first. */
    public long last() {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery("SELECT c.lastSeq FROM ChangeCounter c WHERE c.id = :only", Long.class)
                .setParameter("only", ChangeCounter.ONLY)
                .getSingleResult());
    }

    private Optional<Long> oldest() {
        return Optional.ofNullable(transactions
                .entityManager()
                .createQuery("SELECT MIN(c.seq) FROM Change c", Long.class)
                .getSingleResult());
    }

    /** Forgets what is older than a year. */
    public void tidy() {
        Instant before =
                clock.instant().atOffset(ZoneOffset.UTC).minus(RETENTION).toInstant();
        int forgotten;
        do {
            forgotten = transactions.inTransaction(() -> forgetSome(before));
        } while (forgotten == BATCH_SIZE);
    }

    private int forgetSome(Instant before) {
        List<Long> old = transactions
                .entityManager()
                .createQuery("SELECT c.seq FROM Change c WHERE c.at < :before ORDER BY c.seq", Long.class)
                .setParameter("before", before)
                .setMaxResults(BATCH_SIZE)
                .getResultList();
        if (!old.isEmpty()) {
            transactions
                    .entityManager()
                    .createQuery("DELETE FROM Change c WHERE c.seq <= :last") // what is kept has no hole
                    .setParameter("last", old.get(old.size() - 1))
                    .executeUpdate();
        }
        return old.size();
    }
}
