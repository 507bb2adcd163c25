package org.medexam.smp.server.database;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
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
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

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
    public <T> T inOne(Supplier<T> work) {
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

    public void inOne(Runnable work) {
        inOne(() -> {
            work.run();
            return null;
        });
    }

    /** For repositories: the entity manager of the transaction at hand. */
    public EntityManager entityManager() {
        EntityManager entityManager = current.get();
        if (entityManager == null) {
            throw new IllegalStateException("no transaction at hand");
        }
        return entityManager;
    }

    private <T> T attempt(Supplier<T> work) {
        try (EntityManager entityManager = database.entityManagerFactory().createEntityManager()) {
            current.set(entityManager);
            entityManager.getTransaction().begin();
            try {
                T result = work.get();
                entityManager.getTransaction().commit();
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
