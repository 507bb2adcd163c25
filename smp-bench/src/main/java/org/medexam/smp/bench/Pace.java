package org.medexam.smp.bench;

import java.util.concurrent.TimeUnit;

/**
 * How long is measured.
 *
 * @param warmUp rounds that are not counted
 * @param rounds that are
 * @param nanos of processor time that each peer uses at least in each round
 * @param fresh JVMs that are started for their first picture
 */
record Pace(int warmUp, int rounds, long nanos, int fresh) {

    /** Keeps the bench running in the tests, and says nothing about speed. */
    static final Pace SHORT = new Pace(0, 2, TimeUnit.MILLISECONDS.toNanos(1), 1);

    static Pace of(int rounds) {
        return new Pace(12, rounds, TimeUnit.MILLISECONDS.toNanos(400), 5);
    }
}
