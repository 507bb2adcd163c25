package org.medexam.smp.server.database;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.medexam.smp.core.refusal.Refusal;

/**
 * One piece of work, whole or not at all. Losing a deadlock or a race for a unique name is normal life in a
 * database, so such work is done again from its beginning; it must therefore have no effect outside the database.
 */
@Singleton
public class Transactions {

    private static final int TRIES = 4;

    private final Database database;
    private final ThreadLocal<Work> current = new ThreadLocal<>();

    /** A transaction at hand, and what waits for its end. */
    private record Work(EntityManager entityManager, List<Runnable> beforeCommit, List<Runnable> afterCommit) {}

    @Inject
    Transactions(Database database) {
        this.database = database;
    }

    /**
     * Runs the work in a transaction, the surrounding one where there is one.
     *
     * @throws Refusal {@code DATABASE_UNAVAILABLE} when the database is away; what the work itself throws, after
     *     a rollback
     */
    public <T> T inTransaction(Supplier<T> work) {
        if (current.get() != null) {
            return work.get();
        }
        for (int tried = 1; ; tried++) {
            try {
                return attempt(work);
            } catch (RuntimeException e) {
                if (e instanceof Refusal) {
                    throw e;
                }
                if (DatabaseFault.isPassing(e) && tried < TRIES) {
                    continue;
                }
                throw database.refusalFor(e);
            }
        }
    }

    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** For repositories: the entity manager of the transaction at hand. */
    public EntityManager entityManager() {
        return atHand().entityManager();
    }

    /**
     * Does this as the last thing of the transaction at hand: for a row that everybody wants, so that it is held as
     * briefly as can be and after every other lock.
     */
    public void beforeCommit(Runnable last) {
        atHand().beforeCommit().add(last);
    }

    /** Does this once the transaction at hand is committed; not at all when it is not. */
    public void afterCommit(Runnable next) {
        atHand().afterCommit().add(next);
    }

    private Work atHand() {
        Work work = current.get();
        if (work == null) {
            throw new IllegalStateException("no transaction at hand");
        }
        return work;
    }

    private <T> T attempt(Supplier<T> work) {
        try (EntityManager entityManager = database.entityManagerFactory().createEntityManager()) {
            Work hand = new Work(entityManager, new ArrayList<>(), new ArrayList<>());
            current.set(hand);
            entityManager.getTransaction().begin();
            try {
                T result = work.get();
                if (!hand.beforeCommit().isEmpty()) {
                    entityManager.flush(); // the rows of the work itself first
                    hand.beforeCommit().forEach(Runnable::run);
                }
                entityManager.getTransaction().commit();
                current.remove();
                hand.afterCommit().forEach(Runnable::run);
                return result;
            } finally {
                if (entityManager.getTransaction().isActive()) {
                    rollback(entityManager);
                }
            }
        } finally {
            current.remove();
        }
    }

    /** A rollback that fails says nothing new: the work's own fault is already on its way out. */
    private static void rollback(EntityManager entityManager) {
        try {
            entityManager.getTransaction().rollback();
        } catch (RuntimeException connectionIsGone) {
            // the database rolls back by itself what no connection holds
        }
    }
}
