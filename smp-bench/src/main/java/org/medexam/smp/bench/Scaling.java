package org.medexam.smp.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many times as many pictures several threads stamp as one does, on the wall's clock, and how many times as much
 * processor time a picture costs them; both in each round. Only the second says something on a machine that has more to
 * do than this.
 */
final class Scaling {

    /**
     * @param pictures a second, as a multiple of what one thread does
     * @param cpu processor time a picture, likewise
     */
    record Round(double pictures, double cpu) {}

    private record Pace(double perSecond, double cpu) {}

    private final Peer engine;
    private final List<Sample> samples;
    private final long nanos;

    /** @param nanos that one thread, and then several, work in each round */
    Scaling(Peer engine, List<Sample> samples, long nanos) {
        this.engine = engine;
        this.samples = samples;
        this.nanos = nanos;
    }

    List<Round> measured(int threads, int rounds) {
        List<Round> times = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < rounds; round++) {
                Pace alone = pace(pool, 1);
                Pace together = pace(pool, threads);
                times.add(new Round(together.perSecond() / alone.perSecond(), together.cpu() / alone.cpu()));
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a thread did not end well", e);
        } finally {
            pool.shutdownNow();
        }
        return times;
    }

    private Pace pace(ExecutorService pool, int threads) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        long cpu = engine.cpu();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            counts.add(pool.submit(() -> stampedUntil(began + nanos)));
        }
        int stamped = 0;
        for (Future<Integer> count : counts) {
            stamped += count.get();
        }
        return new Pace(stamped * 1e9 / (System.nanoTime() - began), (double) (engine.cpu() - cpu) / stamped);
    }

    private int stampedUntil(long end) {
        int stamped = 0;
        while (System.nanoTime() < end) {
            engine.stamp(samples.get(stamped++ % samples.size()));
        }
        return stamped;
    }
}
