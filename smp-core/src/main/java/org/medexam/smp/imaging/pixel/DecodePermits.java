package org.medexam.smp.imaging.pixel;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.medexam.smp.imaging.PictureException;

/**
 * Limits the memory of all pictures that are decoded at the same time. Permits are granted in the order of requests, so
 * that small pictures do not starve a large one.
 */
public final class DecodePermits {

    private static final long UNIT = 1 << 20;

    private final int budget;
    private final Duration wait;
    private final Semaphore units;

    /**
     * @param budgetBytes memory of all pictures together; a picture that needs more waits until it is alone
     * @param wait maximal time to wait for a permit
     */
    public DecodePermits(long budgetBytes, Duration wait) {
        this.budget = (int) Math.max(1, Math.min(Integer.MAX_VALUE, budgetBytes / UNIT));
        this.wait = wait;
        this.units = new Semaphore(budget, true);
    }

    /**
     * Waits for memory.
     *
     * @param bytes estimated need
     * @return to be closed when the picture is no longer in memory
     * @throws PictureException {@code BUSY} with a time to try again, if no memory became free in time
     */
    public Permit acquire(long bytes) {
        int need = (int) Math.min(budget, bytes / UNIT + 1);
        boolean acquired;
        try {
            acquired = units.tryAcquire(need, wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            acquired = false;
        }
        if (!acquired) {
            throw PictureException.busy(
                    "no decode memory free: " + need + " of " + budget + " MB", null, wait.plusSeconds(1));
        }
        return () -> units.release(need);
    }

    /** Held while a picture is in memory. */
    @FunctionalInterface
    public interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
