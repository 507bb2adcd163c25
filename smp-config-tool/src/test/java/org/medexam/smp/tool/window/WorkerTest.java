package org.medexam.smp.tool.window;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private final Worker worker = new Worker();
    private final List<String> answers = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() throws Exception {
        SwingUtilities.invokeAndWait(worker::close);
    }

    @Test
    void worksElsewhereAndAnswersOnTheWindowsOwnThread() throws Exception {
        AtomicBoolean elsewhere = new AtomicBoolean();
        AtomicBoolean here = new AtomicBoolean();
        SwingUtilities.invokeAndWait(() -> worker.ask(
                "q",
                () -> {
                    elsewhere.set(!SwingUtilities.isEventDispatchThread());
                    return "a";
                },
                answer -> {
                    here.set(SwingUtilities.isEventDispatchThread());
                    answers.add(answer);
                },
                thrown -> answers.add("trouble")));
        await().atMost(10, SECONDS).until(() -> !answers.isEmpty());
        assertThat(answers).containsExactly("a");
        assertThat(elsewhere).isTrue();
        assertThat(here).isTrue();
    }

    @Test
    void dropsTheAnswerToAnEarlierAskingHoweverLateItComes() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch slowDone = new CountDownLatch(1);
        SwingUtilities.invokeAndWait(() -> worker.ask(
                "q",
                () -> {
                    begun.countDown();
                    awaitHoweverHurried(slow);
                    slowDone.countDown();
                    return "old";
                },
                answers::add,
                thrown -> answers.add("trouble")));
        // asked anew before it began, the first work would never run, and its late answer never come
        assertThat(begun.await(10, SECONDS)).isTrue();
        SwingUtilities.invokeAndWait(
                () -> worker.ask("q", () -> "new", answers::add, thrown -> answers.add("trouble")));
        await().atMost(10, SECONDS).until(() -> answers.contains("new"));
        slow.countDown();
        assertThat(slowDone.await(10, SECONDS)).isTrue();
        SwingUtilities.invokeAndWait(() -> {});
        SwingUtilities.invokeAndWait(() -> assertThat(worker.isAsking("q")).isFalse());
        assertThat(answers).containsExactly("new");
    }

    private static void awaitHoweverHurried(CountDownLatch latch) {
        boolean open = false;
        while (!open) {
            try {
                open = latch.await(10, SECONDS);
            } catch (InterruptedException notWantedAnyMore) {
                // as a driver does that does not hear it
            }
        }
    }

    @Test
    void asksOnceForManyLetters() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        for (int letter = 0; letter < 20; letter++) {
            String text = "text" + letter;
            SwingUtilities.invokeAndWait(() -> worker.askAfter(
                    Duration.ofMillis(400),
                    "q",
                    () -> {
                        asked.incrementAndGet();
                        return text;
                    },
                    answers::add,
                    thrown -> answers.add("trouble")));
        }
        await().atMost(10, SECONDS).until(() -> !answers.isEmpty());
        assertThat(answers).containsExactly("text19");
        assertThat(asked).hasValue(1);
    }

    @Test
    void tellsTrouble() throws Exception {
        SwingUtilities.invokeAndWait(() -> worker.ask(
                "q",
                () -> {
                    throw new IllegalStateException("away");
                },
                answer -> answers.add("answer"),
                thrown -> answers.add(thrown.getMessage())));
        await().atMost(10, SECONDS).until(() -> !answers.isEmpty());
        assertThat(answers).containsExactly("away");
    }
}
