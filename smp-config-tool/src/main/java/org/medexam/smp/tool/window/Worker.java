package org.medexam.smp.tool.window;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * Asks what takes time, away from the event dispatch thread. A question has a name: when it is asked anew, the answer
 * to the earlier asking is dropped, however late it comes. Everything but the work itself runs on the event dispatch
 * thread.
 */
final class Worker implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "smp-window-worker");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Asking> askings = new HashMap<>();

    private static final class Asking {
        private Timer pause;
        private Future<?> work;

        void forget() {
            if (pause != null) {
                pause.stop();
            }
            if (work != null) {
                work.cancel(true);
            }
        }
    }

    /** Asks at once. */
    <T> void ask(String question, Callable<T> work, Consumer<T> answer, Consumer<Exception> trouble) {
        askAfter(Duration.ZERO, question, work, answer, trouble);
    }

    /**
     * Asks when the question was not asked anew for so long: while somebody types, the last letter asks.
     *
     * @param work runs on a thread of its own, and is interrupted when nobody wants its answer any more
     * @param trouble told what the work threw
     */
    <T> void askAfter(
            Duration pause, String question, Callable<T> work, Consumer<T> answer, Consumer<Exception> trouble) {
        forget(question);
        Asking asking = new Asking();
        askings.put(question, asking);
        Runnable start = () -> asking.work = threads.submit(() -> run(question, asking, work, answer, trouble));
        if (pause.isZero()) {
            start.run();
            return;
        }
        asking.pause = new Timer((int) pause.toMillis(), fired -> start.run());
        asking.pause.setRepeats(false);
        asking.pause.start();
    }

    private <T> void run(
            String question, Asking asking, Callable<T> work, Consumer<T> answer, Consumer<Exception> trouble) {
        try {
            T value = work.call();
            SwingUtilities.invokeLater(() -> deliver(question, asking, () -> answer.accept(value)));
        } catch (Exception thrown) {
            SwingUtilities.invokeLater(() -> deliver(question, asking, () -> trouble.accept(thrown)));
        }
    }

    private void deliver(String question, Asking asking, Runnable words) {
        if (askings.remove(question, asking)) {
            words.run();
        }
    }

    /** Nobody wants the answer any more. */
    void forget(String question) {
        Asking earlier = askings.remove(question);
        if (earlier != null) {
            earlier.forget();
        }
    }

    /** Whether an answer is still to come. */
    boolean isAsking(String question) {
        return askings.containsKey(question);
    }

    /** No answer comes after this. */
    @Override
    public void close() {
        askings.values().forEach(Asking::forget);
        askings.clear();
        threads.shutdownNow();
    }
}
