package org.medexam.smp.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many times as many pictures several threads stamp as one does, on the wall's clock; both in each round. */
final class Scaling {

    private final Peer engine;
    private final List<Sample> samples;
    private final long nanos;

    /** @param nanos that one thread, and then several, work in each round */
    Scaling(Peer engine, List<Sample> samples, long nanos) {
        this.engine = engine;
        this.samples = samples;
        this.nanos = nanos;
    }

    double[] measured(int threads, int rounds) {
        double[] times = new double[rounds];
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < rounds; round++) {
                double alone = perSecond(pool, 1);
                times[round] = perSecond(pool, threads) / alone;
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a thread did not end well", e);
        } finally {
            pool.shutdownNow();
        }
        return times;
    }

    private double perSecond(ExecutorService pool, int threads) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            counts.add(pool.submit(() -> stampedUntil(began + nanos)));
        }
        int stamped = 0;
        for (Future<Integer> count : counts) {
            stamped += count.get();
        }
        return stamped * 1e9 / (System.nanoTime() - began);
    }

    private int stampedUntil(long end) {
        int stamped = 0;
        while (System.nanoTime() < end) {
            engine.stamp(samples.get(stamped++ % samples.size()));
        }
        return stamped;
    }
}
