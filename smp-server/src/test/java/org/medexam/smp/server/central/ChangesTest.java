package org.medexam.smp.server.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.server.database.DatabaseAlone;
import org.medexam.smp.server.wire.Json;

class ChangesTest {

    private final SetClock clock = new SetClock(Instant.parse("2021-01-15T01:30:12Z"));
    private final ChangeSignal signal = new ChangeSignal();
    private DatabaseAlone database;
    private Changes changes;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = DatabaseAlone.embedded(folder);
        changes = new Changes(database.transactions(), database.database(), clock, signal);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private void happens(ChangeType... types) {
        for (ChangeType type : types) {
            database.transactions().inTransaction(() -> changes.add(type, "2021-0001", "6215", Map.of()));
        }
    }

    private static List<Long> numbers(ChangePage page) {
        return page.changes().stream().map(Change::seq).toList();
    }

    @Test
    void whoFollowsNextGetsEverythingInOrder() {
        assertThat(changes.after(0, 10, Follower.MP)).isEqualTo(page(0));
        happens(ChangeType.IMAGE_ADDED, ChangeType.SUBMITTED, ChangeType.RETURNED);

        ChangePage first = changes.after(0, 2, Follower.MP);
        ChangePage second = changes.after(first.next(), 2, Follower.MP);

        assertThat(numbers(first)).containsExactly(1L, 2L);
        assertThat(numbers(second)).containsExactly(3L);
        assertThat(changes.after(second.next(), 2, Follower.MP)).isEqualTo(page(second.next()));
        assertThat(first.begins()).isEmpty();
    }

    private static ChangePage page(long next) {
        return new ChangePage(List.of(), next, java.util.OptionalLong.empty());
    }

    @Test
    void allOfATransactionAreNumberedAndNoneOfOneThatFailed() {
        database.transactions().inTransaction(() -> {
            changes.add(ChangeType.SUBMITTED, "a", "6215", Map.of());
            changes.add(ChangeType.MESSAGE, "a", "6215", Map.of());
        });
        assertThatThrownBy(() -> database.transactions().inTransaction(() -> {
                    changes.add(ChangeType.RETURNED, "a", "6215", Map.of());
                    throw new IllegalStateException("in the midst");
                }))
                .isInstanceOf(IllegalStateException.class);
        happens(ChangeType.RETURNED);

        assertThat(changes.after(0, 10, Follower.MP).changes())
                .extracting(Change::seq, Change::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, ChangeType.SUBMITTED),
                        org.assertj.core.groups.Tuple.tuple(2L, ChangeType.MESSAGE),
                        org.assertj.core.groups.Tuple.tuple(3L, ChangeType.RETURNED));
        assertThat(signal.count()).as("raised for what was committed").isEqualTo(3);
    }

    @Test
    void spLearnsNoResultBeforeItIsPublishedAndStillMovesOn() {
        happens(
                ChangeType.SUBMITTED,
                ChangeType.FIRST_PASSED,
                ChangeType.PASSED,
                ChangeType.RETURNED,
                ChangeType.FIRST_FAILED,
                ChangeType.FAILED,
                ChangeType.ABANDONED);

        ChangePage first = changes.after(0, 1, Follower.SP);
        ChangePage rest = changes.after(first.next(), 100, Follower.SP);

        assertThat(numbers(first)).containsExactly(1L);
        assertThat(numbers(rest)).containsExactly(4L);
        assertThat(rest.next()).isEqualTo(7);
        assertThat(changes.after(4, 100, Follower.SP)).isEqualTo(page(7));
        happens(ChangeType.PUBLISHED);
        assertThat(numbers(changes.after(7, 100, Follower.SP))).containsExactly(8L);
        assertThat(numbers(changes.after(0, 100, Follower.MP))).hasSize(8);
    }

    @Test
    void aYearIsKeptAndWhoComesLaterIsTold() {
        happens(ChangeType.IMAGE_ADDED, ChangeType.IMAGE_ADDED);
        clock.forward(Duration.ofDays(200));
        happens(ChangeType.SUBMITTED);
        changes.tidy();
        assertThat(numbers(changes.after(0, 10, Follower.MP))).containsExactly(1L, 2L, 3L);

        clock.forward(Duration.ofDays(166));
        changes.tidy();

        assertThat(numbers(changes.after(1, 10, Follower.MP))).containsExactly(3L);
        assertThat(changes.after(1, 10, Follower.MP).begins()).hasValue(3);
        assertThat(changes.after(2, 10, Follower.MP).begins()).isEmpty();
        assertThat(changes.find(1)).isEmpty();

        clock.forward(Duration.ofDays(366));
        changes.tidy();
        assertThat(changes.after(1, 10, Follower.MP))
                .as("nothing is kept, and what comes has number 4")
                .isEqualTo(new ChangePage(List.of(), 3, java.util.OptionalLong.of(4)));
        happens(ChangeType.RETURNED);
        assertThat(numbers(changes.after(3, 10, Follower.MP))).containsExactly(4L);
    }

    @Test
    void aNumberThatWasNeverGivenIsBeyondNext() {
        happens(ChangeType.SUBMITTED);

        assertThat(changes.after(2, 10, Follower.MP).next()).isLessThan(2);
        assertThat(changes.last()).isEqualTo(1);
    }

    @Test
    void travelsInTheDistrictsZoneWithItsDetailsBesideTheRest() {
        database.transactions()
                .inTransaction(() -> changes.add(
                        ChangeType.RETURNED,
                        "2021-0001",
                        "6215",
                        Map.of("notice", "请在 24 小时之内重新上传", "materials", List.of("DIPLOMA"))));
        ChangeViews views =
                new ChangeViews(new DistrictSettings("62", "样例考区", ZoneId.of("Asia/Shanghai"), "baiyin-2021"));

        JsonNode json = Json.mapper().valueToTree(views.of(changes.after(0, 1, Follower.SP)));

        assertThat(json.toString())
                .startsWith("{\"items\":[{\"seq\":1,\"at\":\"2021-01-15T09:30:12+08:00\",\"type\":\"returned\","
                        + "\"no\":\"2021-0001\",\"site\":\"6215\",")
                .contains("\"notice\":\"请在 24 小时之内重新上传\"", "\"materials\":[\"DIPLOMA\"]")
                .doesNotContain("details")
                .endsWith("],\"next\":\"1\"}");
    }
}
