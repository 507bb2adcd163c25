package org.medexam.smp.server.health;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.logging.Logger;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.store.PictureStore;
import org.medexam.smp.server.database.Database;
import org.medexam.smp.server.store.VerifiedStore;

/** Asks the database and writes to the store, at most every five seconds however many ask. */
@Singleton
public class Readiness {

    private static final Logger LOG = Logger.getLogger(Readiness.class.getName());
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    /** Less room than for some five thousand pictures is reported as none: time to act while there is some. */
    private static final long MIN_FREE_BYTES = 1L << 30;

    private final Database database;
    private final VerifiedStore store;
    private Result last;
    private long askAgainAtNanos;

    @Inject
    Readiness(Database database, VerifiedStore store) {
        this.database = database;
        this.store = store;
    }

    /**
     * @param database {@code up} or {@code down}
     * @param storage {@code up}, {@code down} or {@code low} (little space left, still working)
     * @param freeBytes that can still be stored; -1 where nobody can tell
     */
    record Result(String database, String storage, long freeBytes) {
        boolean isUp() {
            return database.equals("up") && !storage.equals("down");
        }
    }

    synchronized Result now() {
        if (last == null || System.nanoTime() - askAgainAtNanos >= 0) {
            last = ask();
            askAgainAtNanos = System.nanoTime() + GOOD_FOR.toNanos();
        }
        return last;
    }

    private Result ask() {
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

    private static boolean works(String what, Runnable question) {
        try {
            question.run();
            return true;
        } catch (Refusal refused) {
            LOG.warning(() -> "not ready: " + what + ": " + refused.getMessage());
            return false;
        }
    }
}
