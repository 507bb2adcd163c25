package org.medexam.smp.server.webhook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.medexam.smp.server.central.Follower;
import org.medexam.smp.server.database.Database;
import org.medexam.smp.server.database.Transactions;

/**
 * What was delivered to whom. Only the node that holds a receiver's lease changes anything of it: each change asks for
 * that in the same transaction, so that a node which was away too long spoils nothing.
 */
@Singleton
public class Deliveries {

    private final Transactions transactions;
    private final Database database;

    @Inject
    public Deliveries(Transactions transactions, Database database) {
        this.transactions = transactions;
        this.database = database;
    }

    /**
     * Takes the receiver for this holder, or keeps it. By the clock of the database, which all nodes share.
     *
     * @return whether it is this holder's now
     */
    boolean lease(Follower receiver, String holder, Duration length) {
        Instant now = database.time();
        return transactions.inTransaction(() -> {
            if (progressOf(receiver).isEmpty()) {
                transactions.entityManager().persist(new WebhookProgress(receiver.code()));
            }
            return transactions
                            .entityManager()
                            .createQuery("UPDATE WebhookProgress p SET p.holder = :holder, p.heldUntil = :until"
                                    + " WHERE p.receiver = :receiver"
                                    + " AND (p.holder IS NULL OR p.holder = :holder OR p.heldUntil < :now)")
                            .setParameter("holder", holder)
                            .setParameter("until", now.plus(length))
                            .setParameter("receiver", receiver.code())
                            .setParameter("now", now)
                            .executeUpdate()
                    == 1;
        });
    }

    /** Gives the receiver back, if it is this holder's. */
    void release(Follower receiver, String holder) {
        transactions.inTransaction(() -> {
            transactions
                    .entityManager()
                    .createQuery("UPDATE WebhookProgress p SET p.holder = NULL, p.heldUntil = NULL"
                            + " WHERE p.receiver = :receiver AND p.holder = :holder")
                    .setParameter("receiver", receiver.code())
                    .setParameter("holder", holder)
                    .executeUpdate();
        });
    }

    /** How far the receiver has come. */
    long progress(Follower receiver) {
        return transactions.inTransaction(
                () -> progressOf(receiver).map(WebhookProgress::seq).orElse(0L));
    }

    private Optional<WebhookProgress> progressOf(Follower receiver) {
        return Optional.ofNullable(transactions.entityManager().find(WebhookProgress.class, receiver.code()));
    }

    /** Everything up to that number is done with, or stands among the retries. */
    void reach(Follower receiver, String holder, long seq) {
        transactions.inTransaction(() -> {
            if (transactions
                            .entityManager()
                            .createQuery("UPDATE WebhookProgress p SET p.seq = :seq"
                                    + " WHERE p.receiver = :receiver AND p.holder = :holder")
                            .setParameter("seq", seq)
                            .setParameter("receiver", receiver.code())
                            .setParameter("holder", holder)
                            .executeUpdate()
                    != 1) {
                throw new LeaseLost(receiver.code());
            }
        });
    }

    /** The change goes among the retries, and the receiver has come past it. */
    void postpone(Follower receiver, String holder, long seq, String dossierNo, int attempts, Instant nextAt) {
        transactions.inTransaction(() -> {
            reach(receiver, holder, seq);
            transactions.entityManager().persist(new WebhookRetry(receiver.code(), seq, dossierNo, attempts, nextAt));
        });
    }

    /** Whether something of this dossier waits among the retries, so that what is newer must wait, too. */
    boolean isWaiting(Follower receiver, String dossierNo) {
        return transactions.inTransaction(() -> transactions
                        .entityManager()
                        .createQuery(
                                "SELECT COUNT(r) FROM WebhookRetry r WHERE r.receiver = :receiver AND r.dossierNo = :no",
                                Long.class)
                        .setParameter("receiver", receiver.code())
                        .setParameter("no", dossierNo)
                        .getSingleResult()
                > 0);
    }

    /** What is to be tried again first: the oldest change of its dossier, with the earliest time. */
    Optional<WebhookRetry> next(Follower receiver) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery(
                        "SELECT r FROM WebhookRetry r WHERE r.receiver = :receiver AND NOT EXISTS ("
                                + "SELECT e.id FROM WebhookRetry e WHERE e.receiver = :receiver"
                                + " AND e.dossierNo = r.dossierNo AND e.seq < r.seq)"
                                + " ORDER BY r.nextAt, r.seq",
                        WebhookRetry.class)
                .setParameter("receiver", receiver.code())
                .setMaxResults(1)
                .getResultStream()
                .findFirst());
    }

    long waiting(Follower receiver) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery("SELECT COUNT(r) FROM WebhookRetry r WHERE r.receiver = :receiver", Long.class)
                .setParameter("receiver", receiver.code())
                .getSingleResult());
    }

    /** It was tried in vain once more. */
    void tryAgain(Follower receiver, String holder, WebhookRetry retry, int attempts, Instant nextAt) {
        transactions.inTransaction(() -> {
            reach(receiver, holder, progress(receiver));
            transactions
                    .entityManager()
                    .createQuery("UPDATE WebhookRetry r SET r.attempts = :attempts, r.nextAt = :next WHERE r.id = :id")
                    .setParameter("attempts", attempts)
                    .setParameter("next", nextAt)
                    .setParameter("id", retry.id())
                    .executeUpdate();
        });
    }

    /** It was delivered, or is given up. */
    void remove(Follower receiver, String holder, WebhookRetry retry) {
        transactions.inTransaction(() -> {
            reach(receiver, holder, progress(receiver));
            transactions
                    .entityManager()
                    .createQuery("DELETE FROM WebhookRetry r WHERE r.id = :id")
                    .setParameter("id", retry.id())
                    .executeUpdate();
        });
    }
}
