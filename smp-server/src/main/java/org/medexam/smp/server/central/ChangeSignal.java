package org.medexam.smp.server.central;

import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes those who wait for a change of this node; changes of other nodes are found by looking again now and then. */
@Singleton
public class ChangeSignal {

    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition raised = mutex.newCondition();
    private long count;

    public void raise() {
        mutex.lock();
        try {
            count++;
            raised.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    /** How often it was raised so far: ask before looking, then wait for more than that. */
    public long count() {
        mutex.lock();
        try {
            return count;
        } finally {
            mutex.unlock();
        }
    }

    /** Waits until it was raised more often than that, or the time is over. */
    public void await(long seen, long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        mutex.lock();
        try {
            while (count == seen && left > 0) {
                left = raised.awaitNanos(left);
            }
        } finally {
            mutex.unlock();
        }
    }
}
