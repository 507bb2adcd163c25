package org.medexam.smp.server.central;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * The queue of long polls on {@code GET /changes}. A waiting call holds no thread and no database connection: one thread
 * polls for all of them, as soon as this node has a change and once a second for changes of other nodes, with one query
 * for each follower.
 */
@Singleton
public class LongPollQueue {

    private static final Logger LOG = Logger.getLogger(LongPollQueue.class.getName());

    /** Each waiter is an open connection of the web server; SP and MP are two systems. */
    private static final int MAX_WAITERS = 1000;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final long POLL_INTERVAL_MILLIS = 1000;

    /** The completing thread writes the answer: a slow connection must not delay the others. */
    private static final int WRITERS = 16;

    private static final int WRITER_IDLE_SECONDS = 30;

    private final Changes changes;
    private final ChangeSignal signal;
    private final List<Waiter> waiters = new ArrayList<>();
    private final ThreadPoolExecutor writers = new ThreadPoolExecutor(
            WRITERS,
            WRITERS,
            WRITER_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons("smp-changes-answer"));
    private Thread poller;
    private volatile boolean stopped;

    private record Waiter(
            Follower follower, long after, int limit, long untilNanos, CompletableFuture<ChangePage> answer) {

        boolean isOver() {
            return System.nanoTime() - untilNanos >= 0;
        }

        ChangePage nothing() {
            return new ChangePage(List.of(), after, OptionalLong.empty());
        }
    }

    @Inject
    LongPollQueue(Changes changes, ChangeSignal signal, PrometheusRegistry metrics) {
        this.changes = changes;
        this.signal = signal;
        writers.allowCoreThreadTimeOut(true);
        GaugeWithCallback.builder()
                .name("smp_changes_waiting")
                .help("Callers of GET /changes that wait for something to happen")
                .callback(gauge -> gauge.call(snapshot().size()))
                .register(metrics);
    }

    /**
     * Waits for changes.
     *
     * @param after number up to which the follower has everything
     * @param raised count of the signal before the caller found no changes
     * @return the changes, or an empty page when none came in time
     * @throws Refusal {@code OVERLOADED} when {@value #MAX_WAITERS} calls wait already
     */
    CompletionStage<ChangePage> await(Follower follower, long after, int limit, Duration timeout, long raised) {
        Waiter waiter =
                new Waiter(follower, after, limit, System.nanoTime() + timeout.toNanos(), new CompletableFuture<>());
        enqueue(waiter);
        if (signal.count() != raised) {
            signal.raise(); // a change came in between, and the poll for it may be over
        }
        return waiter.answer();
    }

    private synchronized void enqueue(Waiter waiter) {
        if (waiters.size() >= MAX_WAITERS) {
            throw Refusal.of(RefusalCode.OVERLOADED, MAX_WAITERS + " wait for changes")
                    .retryAfter(RETRY_AFTER);
        }
        waiters.add(waiter);
        if (poller == null) {
            poller = daemons("smp-changes").newThread(this::pollLoop);
            poller.start();
        }
    }

    private synchronized List<Waiter> snapshot() {
        return List.copyOf(waiters);
    }

    private synchronized void dequeue(Waiter waiter) {
        waiters.remove(waiter);
    }

    private void pollLoop() {
        try {
            while (!stopped) {
                long raised = signal.count();
                for (Follower follower : Follower.values()) {
                    answer(follower);
                }
                signal.await(raised, pause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private long pause() {
        long now = System.nanoTime();
        return snapshot().stream()
                .mapToLong(waiter -> TimeUnit.NANOSECONDS.toMillis(waiter.untilNanos() - now) + 1)
                .map(left -> Math.max(1, Math.min(left, POLL_INTERVAL_MILLIS)))
                .min()
                .orElse(POLL_INTERVAL_MILLIS);
    }

    private void answer(Follower follower) {
        List<Waiter> mine = snapshot().stream()
                .filter(waiter -> waiter.follower() == follower)
                .toList();
        if (mine.isEmpty()) {
            return;
        }
        long first = mine.stream().mapToLong(Waiter::after).min().orElseThrow();
        ChangePage page;
        try {
            page = changes.after(first, FollowRequest.MAX_PAGE, follower);
        } catch (RuntimeException e) {
            if (!(e instanceof Refusal)) {
                LOG.log(Level.SEVERE, "polling for changes", e);
            }
            mine.forEach(waiter -> complete(waiter, () -> waiter.answer().completeExceptionally(e)));
            return;
        }
        for (Waiter waiter : mine) {
            ChangePage own = page.after(waiter.after(), waiter.limit());
            if (!own.changes().isEmpty() || waiter.isOver()) {
                complete(waiter, () -> waiter.answer().complete(own));
            }
        }
    }

    private void complete(Waiter waiter, Runnable answer) {
        dequeue(waiter);
        writers.execute(answer);
    }

    /** Answers every waiter with an empty page before the server stops. */
    @PreDestroy
    void close() {
        stopped = true; // no interrupt: it would close the file of the embedded database for all threads
        signal.raise();
        snapshot().forEach(waiter -> complete(waiter, () -> waiter.answer().complete(waiter.nothing())));
        writers.shutdown();
        try {
            writers.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
