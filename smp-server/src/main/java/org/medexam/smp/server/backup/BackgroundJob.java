package org.medexam.smp.server.backup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.medexam.smp.core.backup.BackupRefused;
import org.medexam.smp.core.backup.Progress;
import org.medexam.smp.core.refusal.Refusal;

/**
 * Work that takes long: one at a time, in a thread of its own, with something to tell meanwhile and afterwards.
 *
 * @param <T> what comes of it
 */
final class BackgroundJob<T> {

    private static final Logger LOG = Logger.getLogger(BackgroundJob.class.getName());

    private final String name;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Position position = new Position("", 0, 0);
    private volatile Optional<T> outcome = Optional.empty();
    private volatile Optional<Failure> failure = Optional.empty();

    /** @param total 0 where nobody knows */
    private record Position(String phase, long done, long total) {}

    /** @param reason {@link BackupRefused.Reason#code}, or {@code failed} */
    record Failure(String reason, List<String> arguments) {}

    /**
     * How it stands.
     *
     * @param phase what is being done
     * @param total 0 where nobody knows
     * @param outcome of the last one; null before the first, while one runs and after one that failed
     * @param failure of the last one; null unless it failed
     */
    record View<T>(boolean running, String phase, long done, long total, T outcome, Failure failure) {}

    BackgroundJob(String name) {
        this.name = name;
    }

    /** Does nothing where one runs already. */
    void start(Function<Progress, T> work) {
        if (running.compareAndSet(false, true)) {
            outcome = Optional.empty();
            failure = Optional.empty();
            position = new Position("", 0, 0);
            Thread thread = new Thread(() -> run(work), name);
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    private void run(Function<Progress, T> work) {
        try {
            outcome = Optional.of(work.apply((phase, done, total) ->
                    position = new Position(phase.name().toLowerCase(Locale.ROOT), done, total)));
        } catch (BackupRefused refused) {
            LOG.warning(() -> name + ": " + refused.reason().code());
            failure = Optional.of(new Failure(refused.reason().code(), refused.arguments()));
        } catch (Refusal refused) {
            LOG.warning(() -> name + ": " + refused.code().code() + ": " + refused.getMessage());
            failure = Optional.of(new Failure(refused.code().code(), List.of()));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, name, e);
            failure = Optional.of(new Failure("failed", List.of()));
        } finally {
            running.set(false);
        }
    }

    boolean isRunning() {
        return running.get();
    }

    View<T> view() {
        boolean runs = running.get(); // read first: what comes of it is set before it ends
        Position at = position;
        return new View<>(runs, at.phase(), at.done(), at.total(), outcome.orElse(null), failure.orElse(null));
    }
}
