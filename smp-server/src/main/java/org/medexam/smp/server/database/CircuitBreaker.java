package org.medexam.smp.server.database;

import java.time.Duration;

/**
 * A circuit breaker in front of the database. While the database is unavailable, one caller every two seconds probes it;
 * all other callers fail at once instead of holding a thread until a time-out.
 */
final class CircuitBreaker {

    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

    enum State {
        /** Calls pass. */
        CLOSED,
        /** The caller probes the database with a new connection. */
        HALF_OPEN,
        /** Calls fail at once. */
        OPEN
    }

    private boolean open;
    private long probeAtNanos;

    synchronized State acquire() {
        if (!open) {
            return State.CLOSED;
        }
        if (System.nanoTime() - probeAtNanos < 0) {
            return State.OPEN;
        }
        probeAtNanos = System.nanoTime() + PAUSE_NANOS;
        return State.HALF_OPEN;
    }

    /** Records a broken connection: the next caller probes at once whether only that connection failed. */
    synchronized void recordFailure() {
        if (!open) {
            open = true;
            probeAtNanos = System.nanoTime();
        }
    }

    /** Records that the database did not answer: the next probe comes after the pause. */
    synchronized void trip() {
        open = true;
        probeAtNanos = System.nanoTime() + PAUSE_NANOS;
    }

    /** Records that the database answered. */
    synchronized void recordSuccess() {
        open = false;
    }
}
