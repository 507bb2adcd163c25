package org.medexam.smp.server.database;

import java.time.Duration;

/**
 * Whether it is worth asking the database. While it is away one caller in a while finds out whether it came back, and
 * all others are told at once that it has not: who waits holds a thread, and every waiting caller would wait in vain.
 */
final class CircuitBreaker {

    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

    enum Ask {
        FREELY,
        /** As the one who finds out: trusting no connection that is open. */
        CAREFULLY,
        NOT_NOW
    }

    private boolean away;
    private long askAgainAtNanos;

    synchronized Ask now() {
        if (!away) {
            return Ask.FREELY;
        }
        if (System.nanoTime() - askAgainAtNanos < 0) {
            return Ask.NOT_NOW;
        }
        askAgainAtNanos = System.nanoTime() + PAUSE_NANOS;
        return Ask.CAREFULLY;
    }

    /** A connection broke: the next caller finds out whether it was that one alone. */
    synchronized void doubt() {
        if (!away) {
            away = true;
            askAgainAtNanos = System.nanoTime();
        }
    }

    synchronized void failed() {
        away = true;
        askAgainAtNanos = System.nanoTime() + PAUSE_NANOS;
    }

    synchronized void answered() {
        away = false;
    }
}
