package org.medexam.smp.server.health;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.logging.Logger;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.store.PictureStore;
import org.medexam.smp.server.database.Database;
import org.medexam.smp.server.store.VerifiedStore;

/** Probes the database and the store, at most once in five seconds. */
@Singleton
public class Readiness {

    private static final Logger LOG = Logger.getLogger(Readiness.class.getName());
    private static final Duration CACHE_DURATION = Duration.ofSeconds(5);

    /** Below this space, enough for about five thousand pictures, the storage is reported as low. */
    private static final long MIN_FREE_BYTES = 1L << 30;

    private final Database database;
    private final VerifiedStore store;
    private Result last;
    private long expiresAtNanos;

    @Inject
    Readiness(Database database, VerifiedStore store) {
        this.database = database;
        this.store = store;
    }

    /**
     * @param database {@code up} or {@code down}
     * @param storage {@code up}, {@code down} or {@code low} (works, but little space is left)
     * @param freeBytes free space of the store; -1 if unknown
     */
    record Result(String database, String storage, long freeBytes) {
        boolean isUp() {
            return database.equals("up") && !storage.equals("down");
        }
    }

    synchronized Result now() {
        if (last == null || System.nanoTime() - expiresAtNanos >= 0) {
            last = probe();
            expiresAtNanos = System.nanoTime() + CACHE_DURATION.toNanos();
        }
        return last;
    }

    private Result probe() {
        String databaseState = works("database", database::ask) ? "up" : "down";
        long[] free = {-1};
        boolean stored = works("storage", () -> {
            PictureStore open = store.open();
            open.probe();
            free[0] = open.freeBytes();
        });
        String storageState = !stored ? "down" : free[0] < MIN_FREE_BYTES ? "low" : "up";
        return new Result(databaseState, storageState, free[0]);
    }

    private static boolean works(String name, Runnable probe) {
        try {
            probe.run();
            return true;
        } catch (Refusal refused) {
            LOG.warning(() -> "not ready: " + name + ": " + refused.getMessage());
            return false;
        }
    }
}
