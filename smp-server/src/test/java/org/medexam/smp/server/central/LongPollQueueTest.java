package org.medexam.smp.server.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.database.DatabaseAlone;

class LongPollQueueTest {

    private static final int SEATS = 1000;

    private final ChangeSignal signal = new ChangeSignal();
    private DatabaseAlone database;
    private Changes changes;
    private LongPollQueue room;
    private FollowChanges follow;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = DatabaseAlone.embedded(folder);
        changes = new Changes(database.transactions(), database.database(), Clock.systemUTC(), signal);
        room = new LongPollQueue(changes, signal, new PrometheusRegistry());
        follow = new FollowChanges(changes, signal, room);
        assertThat(changes.last()).isZero();
    }

    @AfterEach
    void close() throws Exception {
        room.close();
        database.close();
    }

    private CompletableFuture<ChangePage> ask(Follower follower, long after, int seconds) {
        return follow.follow(follower, new FollowRequest(OptionalLong.of(after), 2, Duration.ofSeconds(seconds)))
                .toCompletableFuture();
    }

    private void happens(Changes where, ChangeType type) {
        database.transactions().inTransaction(() -> where.add(type, "2021-0001", "6215", Map.of()));
    }

    private static List<Long> numbers(CompletableFuture<ChangePage> answer) throws Exception {
        return answer.get(10, TimeUnit.SECONDS).changes().stream()
                .map(Change::seq)
                .toList();
    }

    @Test
    void whoDoesNotWaitIsAnsweredAtOnce() throws Exception {
        assertThat(ask(Follower.MP, 0, 0)).isCompletedWithValue(new ChangePage(List.of(), 0, OptionalLong.empty()));
        happens(changes, ChangeType.SUBMITTED);
        assertThat(ask(Follower.MP, 0, 30)).isCompleted();
        assertThatThrownBy(() -> ask(Follower.MP, 2, 30)).isInstanceOf(Refusal.class);
    }

    @Test
    void whoWaitsGetsWhatComes() throws Exception {
        CompletableFuture<ChangePage> waiting = ask(Follower.MP, 0, 30);
        CompletableFuture<ChangePage> another = ask(Follower.MP, 0, 30);
        assertThat(waiting).isNotDone();
        happens(changes, ChangeType.SUBMITTED);

        assertThat(numbers(waiting)).containsExactly(1L);
        assertThat(numbers(another)).containsExactly(1L);
    }

    @Test
    void whatIsKeptFromOneDoesNotWakeIt() throws Exception {
        CompletableFuture<ChangePage> sp = ask(Follower.SP, 0, 30);
        CompletableFuture<ChangePage> impatient = ask(Follower.SP, 0, 1);
        CompletableFuture<ChangePage> mp = ask(Follower.MP, 0, 30);
        happens(changes, ChangeType.PASSED);

        assertThat(numbers(mp)).containsExactly(1L);
        assertThat(impatient.get(10, TimeUnit.SECONDS))
                .as("moves past it, all the same")
                .isEqualTo(new ChangePage(List.of(), 1, OptionalLong.empty()));
        assertThat(sp).isNotDone();
        happens(changes, ChangeType.PUBLISHED);
        assertThat(numbers(sp)).containsExactly(2L);
    }

    /** Its signal is raised in another process. */
    @Test
    void whatAnotherNodeDidIsFoundByLookingAgain() throws Exception {
        Changes elsewhere =
                new Changes(database.transactions(), database.database(), Clock.systemUTC(), new ChangeSignal());
        CompletableFuture<ChangePage> waiting = ask(Follower.MP, 0, 30);
        happens(elsewhere, ChangeType.SUBMITTED);

        assertThat(numbers(waiting)).containsExactly(1L);
    }

    @Test
    void moreThanALimitedNumberAreToldToComeBack() throws Exception {
        List<CompletableFuture<ChangePage>> waiting = new ArrayList<>();
        for (int i = 0; i < SEATS; i++) {
            waiting.add(ask(Follower.MP, 0, 30));
        }
        Refusal refused = catchThrowableOfType(Refusal.class, () -> ask(Follower.MP, 0, 30));
        assertThat(refused.code()).isEqualTo(RefusalCode.OVERLOADED);
        assertThat(refused.retryAfter()).isPresent();

        happens(changes, ChangeType.SUBMITTED);
        for (CompletableFuture<ChangePage> each : waiting) {
            assertThat(numbers(each)).containsExactly(1L);
        }
        assertThat(ask(Follower.MP, 1, 30)).isNotDone();
    }

    @Test
    void whoWaitsIsToldThatTheDatabaseWent() throws Exception {
        CompletableFuture<ChangePage> waiting = ask(Follower.MP, 0, 30);
        database.close();

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void whoWaitsWhenTheServerStopsIsAnswered() throws Exception {
        CompletableFuture<ChangePage> waiting = ask(Follower.MP, 0, 30);
        room.close();

        assertThat(numbers(waiting)).isEmpty();
    }
}
