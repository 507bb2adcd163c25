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
 * Those who wait for the next change. None of them holds a thread or a connection: one thread looks for all of them,
 * as soon as this node has a change and about every second for those of other nodes, with one question to the database
 * for each follower, however many of it wait.
 */
@Singleton
public class LongPollQueue {

    private static final Logger LOG = Logger.getLogger(LongPollQueue.class.getName());

    /** Each is an open connection of the web server; SP and MP are two systems. */
    private static final int SEATS = 1000;

    private static final Duration COME_BACK_IN = Duration.ofSeconds(5);

    private static final long LOOK_AGAIN_MILLIS = 1000;

    /** An answer is written by the thread that gives it, and a slow line must not keep the others waiting. */
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
    private Thread look;
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
                .callback(gauge -> gauge.call(seated().size()))
                .register(metrics);
    }

    /**
     * @param after up to where this follower has everything
     * @param raised how often the signal was raised before that was found out
     * @return what comes, or nothing when nothing came in time
     * @throws Refusal {@code OVERLOADED} when too many wait already
     */
    CompletionStage<ChangePage> await(Follower follower, long after, int limit, Duration patience, long raised) {
        Waiter waiter =
                new Waiter(follower, after, limit, System.nanoTime() + patience.toNanos(), new CompletableFuture<>());
        sit(waiter);
        if (signal.count() != raised) {
            signal.raise(); // something came in between, and the look at it may be over
        }
        return waiter.answer();
    }

    private synchronized void sit(Waiter waiter) {
        if (waiters.size() >= SEATS) {
            throw Refusal.of(RefusalCode.OVERLOADED, SEATS + " wait for changes")
                    .retryAfter(COME_BACK_IN);
        }
        waiters.add(waiter);
        if (look == null) {
            look = daemons("smp-changes").newThread(this::lookAgainAndAgain);
            look.start();
        }
    }

    private synchronized List<Waiter> seated() {
        return List.copyOf(waiters);
    }

    private synchronized void leave(Waiter waiter) {
        waiters.remove(waiter);
    }

    private void lookAgainAndAgain() {
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
        return seated().stream()
                .mapToLong(waiter -> TimeUnit.NANOSECONDS.toMillis(waiter.untilNanos() - now) + 1)
                .map(left -> Math.max(1, Math.min(left, LOOK_AGAIN_MILLIS)))
                .min()
                .orElse(LOOK_AGAIN_MILLIS);
    }

    private void answer(Follower follower) {
        List<Waiter> mine = seated().stream()
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
                LOG.log(Level.SEVERE, "looking for changes", e);
            }
            mine.forEach(waiter -> dismiss(waiter, () -> waiter.answer().completeExceptionally(e)));
            return;
        }
        for (Waiter waiter : mine) {
            ChangePage own = page.after(waiter.after(), waiter.limit());
            if (!own.changes().isEmpty() || waiter.isOver()) {
                dismiss(waiter, () -> waiter.answer().complete(own));
            }
        }
    }

    private void dismiss(Waiter waiter, Runnable answer) {
        leave(waiter);
        writers.execute(answer);
    }

    /** Who waits is told that nothing came, while there is still somebody to tell it. */
    @PreDestroy
    void close() {
        stopped = true; // never by interrupting: that closes the embedded database's file under everybody else
        signal.raise();
        seated().forEach(waiter -> dismiss(waiter, () -> waiter.answer().complete(waiter.nothing())));
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
