package org.medexam.smp.imaging.pixel;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.medexam.smp.imaging.PictureException;

/**
 * Shares out the memory that decoded pictures may fill together. Whoever decodes takes a permit first; who comes first
 * is served first, so that a large picture is not starved by small ones.
 */
public final class DecodePermits {

    private static final long UNIT = 1 << 20;

    private final int budget;
    private final Duration wait;
    private final Semaphore units;

    /**
     * @param budgetBytes memory for all pictures in work at one time; a picture that needs more than all of it waits
     *     until it is alone
     * @param wait how long a picture waits for its turn
     */
    public DecodePermits(long budgetBytes, Duration wait) {
        this.budget = (int) Math.max(1, Math.min(Integer.MAX_VALUE, budgetBytes / UNIT));
        this.wait = wait;
        this.units = new Semaphore(budget, true);
    }

    /**
     * @param bytes estimated need
     * @throws PictureException {@code BUSY} with a time to try again
     */
    public Permit take(long bytes) {
        int need = (int) Math.min(budget, bytes / UNIT + 1);
        boolean taken;
        try {
            taken = units.tryAcquire(need, wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            taken = false;
        }
        if (!taken) {
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
