package org.medexam.smp.server.database;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.medexam.smp.core.refusal.Refusal;

/**
 * Runs work in database transactions. On a deadlock, a lock time-out or a lost race for a unique key SMP rolls back and
 * runs the work again, up to four times; the work must therefore have no effect outside the database.
 */
@Singleton
public class Transactions {

    private static final int MAX_ATTEMPTS = 4;

    private final Database database;
    private final ThreadLocal<Work> current = new ThreadLocal<>();

    /** The current transaction with its hooks. */
    private record Work(EntityManager entityManager, List<Runnable> beforeCommit, List<Runnable> afterCommit) {}

    @Inject
    Transactions(Database database) {
        this.database = database;
    }

    /**
     * Runs the work in the current transaction, or in a new one where there is none.
     *
     * @throws Refusal {@code DATABASE_UNAVAILABLE} when the database does not answer; exceptions of the work are thrown
     *     after a rollback
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
                if (DatabaseFault.isPassing(e) && tried < MAX_ATTEMPTS) {
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

    /** Returns the entity manager of the current transaction, for repositories. */
    public EntityManager entityManager() {
        return currentWork().entityManager();
    }

    /**
     * Runs this as the last statement of the current transaction: for a contended row, whose lock is then held shortly
     * and taken after every other lock.
     */
    public void beforeCommit(Runnable statement) {
        currentWork().beforeCommit().add(statement);
    }

    /** Runs this after the current transaction has committed. */
    public void afterCommit(Runnable action) {
        currentWork().afterCommit().add(action);
    }

    private Work currentWork() {
        Work work = current.get();
        if (work == null) {
            throw new IllegalStateException("no current transaction");
        }
        return work;
    }

    private <T> T attempt(Supplier<T> work) {
        try (EntityManager entityManager = database.entityManagerFactory().createEntityManager()) {
            Work transaction = new Work(entityManager, new ArrayList<>(), new ArrayList<>());
            current.set(transaction);
            entityManager.getTransaction().begin();
            try {
                T result = work.get();
                if (!transaction.beforeCommit().isEmpty()) {
                    entityManager.flush(); // the rows of the work itself first
                    transaction.beforeCommit().forEach(Runnable::run);
                }
                entityManager.getTransaction().commit();
                current.remove();
                transaction.afterCommit().forEach(Runnable::run);
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

    /** Rolls back; a failure is ignored, since the exception of the work is thrown already. */
    private static void rollback(EntityManager entityManager) {
        try {
            entityManager.getTransaction().rollback();
        } catch (RuntimeException connectionIsGone) {
            // the database rolls back when the connection is gone
        }
    }
}
