package org.medexam.smp.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.central.Change;
import org.medexam.smp.server.central.ChangeSignal;
import org.medexam.smp.server.central.ChangeType;
import org.medexam.smp.server.central.Changes;
import org.medexam.smp.server.central.Follower;
import org.medexam.smp.server.central.SetClock;
import org.medexam.smp.server.database.DatabaseAlone;

/** The courier with a database, a receiver of our own making and a clock that we set. */
class WebhookDispatcherTest {

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final SetClock clock = new SetClock(Instant.parse("2021-01-15T01:30:12Z"));
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final WebhookMetrics metrics = new WebhookMetrics(registry);
    private final Receiver mp = new Receiver();
    private static DatabaseAlone database;
    private Changes changes;
    private Deliveries deliveries;

    /** Takes what it is told to take, and remembers what it was sent. */
    private static final class Receiver implements WebhookSender {
        private final List<Change> sent = new ArrayList<>();
        private final List<Change> taken = new ArrayList<>();
        private Function<Change, DeliveryOutcome> answer = change -> DeliveryOutcome.DELIVERED;

        @Override
        public DeliveryOutcome send(Change change) {
            sent.add(change);
            DeliveryOutcome outcome = answer.apply(change);
            if (outcome == DeliveryOutcome.DELIVERED) {
                taken.add(change);
            }
            return outcome;
        }

        void refuses(String... dossiers) {
            Set<String> refused = new HashSet<>(Arrays.asList(dossiers));
            answer = change ->
                    refused.contains(change.dossierNo()) ? DeliveryOutcome.REJECTED : DeliveryOutcome.DELIVERED;
        }

        List<String> takenOf(String... dossiers) {
            Set<String> wanted = new HashSet<>(Arrays.asList(dossiers));
            return taken.stream()
                    .filter(change -> wanted.isEmpty() || wanted.contains(change.dossierNo()))
                    .map(change -> change.dossierNo() + change.seq())
                    .toList();
        }
    }

    @BeforeAll
    static void open(@TempDir Path folder) {
        database = DatabaseAlone.embedded(folder);
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void beginAnew() throws SQLException {
        database.database().ask();
        change("DELETE FROM change_entry");
        change("UPDATE change_counter SET last_seq = 0");
        change("DELETE FROM webhook_progress");
        change("DELETE FROM webhook_retry");
        change("DELETE FROM audit_entry");
        changes = new Changes(database.transactions(), database.database(), clock, new ChangeSignal());
        deliveries = new Deliveries(database.transactions(), database.database());
    }

    private WebhookDispatcher courier() {
        return courier(Follower.MP, mp);
    }

    private WebhookDispatcher courier(Follower receiver, WebhookSender line) {
        metrics.exist(receiver);
        AuditTrail audit = new AuditTrail(database.transactions(), clock);
        return new WebhookDispatcher(receiver, line, changes, deliveries, audit, metrics, clock);
    }

    /** One change for each dossier that is named, in that order. */
    private void happens(String... dossiers) {
        for (String dossier : dossiers) {
            happens(dossier, ChangeType.IMAGE_ADDED);
        }
    }

    private void happens(String dossier, ChangeType type) {
        database.transactions().inTransaction(() -> changes.add(type, dossier, "6215", Map.of()));
    }

    /** Lets the courier work until it has nothing to do now. */
    private static void work(WebhookDispatcher courier) {
        for (int steps = 0; courier.step().isZero(); steps++) {
            assertThat(steps).as("steps without an end").isLessThan(10_000);
        }
    }

    private long waiting() {
        return deliveries.waiting(Follower.MP);
    }

    @Test
    void bringsEverythingInOrderAndNothingTwice() {
        happens("a", "b", "a", "c");
        WebhookDispatcher courier = courier();

        work(courier);
        work(courier);
        happens("b");
        work(courier);

        assertThat(mp.takenOf()).containsExactly("a1", "b2", "a3", "c4", "b5");
        assertThat(figure("smp_webhook_delivered")).isEqualTo(5);
        clock.forward(Duration.ofSeconds(1));
        work(courier);
        assertThat(figure("smp_webhook_behind")).isZero();
    }

    @Test
    void aNewCourierGoesOnWhereTheOldOneStopped() {
        happens("a", "b", "c");
        WebhookDispatcher old = courier();
        mp.refuses("b");
        work(old);
        old.stop();
        mp.refuses();
        happens("b", "c");
        clock.forward(Duration.ofSeconds(5));

        work(courier());

        assertThat(mp.takenOf()).containsExactlyInAnyOrder("a1", "c3", "b2", "b4", "c5");
        assertThat(mp.takenOf("b")).containsExactly("b2", "b4");
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsRefusedHoldsUpItsDossierAlone() {
        mp.refuses("b");
        happens("a", "b", "b", "a", "c", "b");
        WebhookDispatcher courier = courier();

        work(courier);

        assertThat(mp.takenOf()).containsExactly("a1", "a4", "c5");
        assertThat(mp.sent).as("what waits is not even tried").hasSize(4);
        assertThat(waiting()).isEqualTo(3);
        clock.forward(Duration.ofSeconds(1));
        work(courier);
        assertThat(figure("smp_webhook_behind")).isEqualTo(3);

        mp.refuses();
        clock.forward(Duration.ofSeconds(5));
        work(courier);
        assertThat(mp.takenOf("b")).containsExactly("b2", "b3", "b6");
        assertThat(waiting()).isZero();
    }

    @Test
    void triesAgainAtTheTimesThatStandardWebhooksRecommendsAndThenGivesUp() throws SQLException {
        mp.refuses("a");
        happens("a", "a");
        WebhookDispatcher courier = courier();
        List<Duration> attempts = new ArrayList<>();
        Instant begun = clock.instant();

        mp.answer = change -> {
            if (change.seq() == 1) {
                attempts.add(Duration.between(begun, clock.instant()));
                return DeliveryOutcome.REJECTED;
            }
            return DeliveryOutcome.DELIVERED;
        };
        while (mp.taken.isEmpty()) {
            work(courier);
            deliveries
                    .next(Follower.MP)
                    .ifPresent(retry -> clock.forward(Duration.between(clock.instant(), retry.nextAt())));
        }

        assertThat(attempts)
                .extracting(Duration::toSeconds)
                .containsExactly(0L, 5L, 305L, 2_105L, 9_305L, 27_305L, 63_305L, 113_705L, 185_705L, 272_105L);
        assertThat(mp.takenOf()).as("what waited behind goes on").containsExactly("a2");
        assertThat(figure("smp_webhook_given_up")).isEqualTo(1);
        assertThat(rows("SELECT action, dossier_no, subject FROM audit_entry"))
                .containsExactly("webhook-given-up a mp 1");
        assertThat(waiting()).isZero();
    }

    @Test
    void aReceiverThatIsNotThereKeepsItsChangesWhereTheyAre() {
        mp.answer = change -> DeliveryOutcome.UNREACHABLE;
        for (int i = 0; i < 30; i++) {
            happens("d" + i);
        }
        WebhookDispatcher courier = courier();
        work(courier);
        assertThat(mp.sent).hasSize(1);
        clock.forward(Duration.ofSeconds(4));
        work(courier);
        assertThat(mp.sent).hasSize(1);
        clock.forward(Duration.ofSeconds(1));
        work(courier);
        assertThat(mp.sent).hasSize(2);

        int before = mp.sent.size();
        for (int second = 0; second < 3_600; second++) {
            work(courier);
            clock.forward(Duration.ofSeconds(1));
        }

        assertThat(mp.sent.size() - before)
                .as("ever rarer, but every five minutes")
                .isBetween(12, 20);
        assertThat(waiting()).isZero();
        assertThat(deliveries.progress(Follower.MP)).isZero();

        mp.answer = change -> DeliveryOutcome.DELIVERED;
        clock.forward(Duration.ofMinutes(5));
        work(courier);
        assertThat(mp.taken).extracting(Change::seq).isSorted().hasSize(30);
    }

    @Test
    void aReceiverThatRefusesEverythingIsLeftAloneAndNothingIsGivenUp() {
        mp.answer = change -> DeliveryOutcome.REJECTED;
        for (int i = 0; i < 100; i++) {
            happens("d" + i, "d" + i);
        }
        WebhookDispatcher courier = courier();
        work(courier);
        assertThat(waiting()).as("three dossiers, and not all of them").isBetween(3L, 6L);

        for (Duration gone = Duration.ZERO; gone.compareTo(TWO_DAYS.multipliedBy(2)) < 0; gone = gone.plusMinutes(5)) {
            work(courier);
            clock.forward(Duration.ofMinutes(5));
        }
        assertThat(figure("smp_webhook_given_up")).isZero();
        assertThat(figure("smp_webhook_failed")).as("one trial in five minutes").isLessThan(4 * 24 * 12 + 20);

        mp.answer = change -> DeliveryOutcome.DELIVERED;
        for (int hour = 0; hour < 48 && (waiting() > 0 || mp.taken.size() < 200); hour++) {
            work(courier);
            clock.forward(Duration.ofHours(1));
        }
        assertThat(mp.taken).hasSize(200);
        assertInOrderPerDossier(mp.taken);
    }

    @Test
    void threeBadDossiersInARowDoNotKeepTheOthersWaitingForLong() {
        mp.refuses("a", "b", "c");
        happens("a", "b", "c", "d", "a", "e");
        WebhookDispatcher courier = courier();

        work(courier);
        assertThat(mp.taken).isEmpty();
        clock.forward(Duration.ofSeconds(5));
        work(courier);

        assertThat(mp.takenOf()).containsExactly("d4", "e6");
    }

    @Test
    void aDeadReceiverHoldsNobodyElseUp() {
        happens("a", "b");
        Receiver sp = new Receiver();
        WebhookDispatcher toSp = courier(Follower.SP, sp);
        WebhookDispatcher toMp = courier();
        mp.answer = change -> DeliveryOutcome.UNREACHABLE;

        work(toMp);
        work(toSp);
        work(toMp);

        assertThat(mp.taken).isEmpty();
        assertThat(sp.taken).hasSize(2);
    }

    @Test
    void spGetsNoResultBeforeItIsPublished() {
        Receiver sp = new Receiver();
        happens("a", ChangeType.SUBMITTED);
        happens("a", ChangeType.FIRST_PASSED);
        happens("a", ChangeType.PASSED);
        WebhookDispatcher courier = courier(Follower.SP, sp);
        work(courier);
        work(courier);
        assertThat(sp.taken).extracting(Change::type).containsExactly(ChangeType.SUBMITTED);
        assertThat(deliveries.progress(Follower.SP)).isEqualTo(3);

        happens("a", ChangeType.PUBLISHED);
        work(courier);
        assertThat(sp.taken).extracting(Change::type).containsExactly(ChangeType.SUBMITTED, ChangeType.PUBLISHED);
    }

    @Test
    void whoAnswers410GetsNothingMoreUntilTheNextStart() {
        happens("a", "b");
        mp.answer = change -> DeliveryOutcome.GONE;
        WebhookDispatcher courier = courier();

        work(courier);
        mp.answer = change -> DeliveryOutcome.DELIVERED;
        clock.forward(TWO_DAYS);
        work(courier);
        assertThat(mp.sent).hasSize(1);

        work(courier());
        assertThat(mp.takenOf()).containsExactly("a1", "b2");
    }

    @Test
    void ofTwoNodesOneSendsAndTheOtherFollowsWhenItStopsOrIsGone() throws SQLException {
        Receiver seenByOther = new Receiver();
        happens("a");
        WebhookDispatcher one = courier();
        WebhookDispatcher other = courier(Follower.MP, seenByOther);

        work(one);
        happens("b");
        work(other);
        assertThat(seenByOther.sent).isEmpty();
        work(one);
        one.stop();
        happens("c");
        work(other);
        assertThat(seenByOther.takenOf()).containsExactly("c3");

        happens("d");
        change("UPDATE webhook_progress SET held_until = '2021-01-01T00:00:00'"); // gone without a word
        WebhookDispatcher third = courier();
        work(third);
        assertThat(mp.takenOf()).containsExactly("a1", "b2", "d4");

        happens("e");
        work(other);
        assertThat(deliveries.progress(Follower.MP))
                .as("who was away too long moves nothing")
                .isEqualTo(4);
        work(third);
        assertThat(mp.takenOf("e")).containsExactly("e5");
    }

    @Test
    void aChangeThatWasForgottenMeanwhileIsNotTriedForEver() {
        mp.refuses("a");
        happens("a", "b");
        WebhookDispatcher courier = courier();
        work(courier);
        clock.forward(Duration.ofDays(366));
        changes.tidy();

        work(courier);

        assertThat(waiting()).isZero();
    }

    /** Whatever fails whenever, with restarts in between: each once or more, and in order for each dossier. */
    @Test
    void inOrderPerDossierHoweverManyFail() {
        Random random = new Random(4);
        mp.answer = change -> switch (random.nextInt(10)) {
            case 0, 1, 2 -> DeliveryOutcome.REJECTED;
            case 3 -> DeliveryOutcome.UNREACHABLE;
            default -> DeliveryOutcome.DELIVERED;
        };
        WebhookDispatcher courier = courier();
        for (int i = 0; i < 300; i++) {
            happens("d" + random.nextInt(12));
            if (random.nextInt(20) == 0) {
                courier.stop();
                courier = courier();
            }
            work(courier);
            clock.forward(Duration.ofSeconds(random.nextInt(20)));
        }
        mp.answer = change -> DeliveryOutcome.DELIVERED;
        for (int hour = 0; hour < 100; hour++) {
            work(courier);
            clock.forward(Duration.ofHours(1));
        }

        assertThat(mp.taken).hasSize(300).extracting(Change::seq).doesNotHaveDuplicates();
        assertInOrderPerDossier(mp.taken);
        assertThat(waiting()).isZero();
    }

    private static void assertInOrderPerDossier(List<Change> taken) {
        Map<String, Long> last = new HashMap<>();
        for (Change change : taken) {
            Long before = last.put(change.dossierNo(), change.seq());
            assertThat(before == null || before < change.seq())
                    .as(change.dossierNo() + " " + change.seq() + " after " + before)
                    .isTrue();
        }
    }

    /** Of MP. */
    private double figure(String name) {
        return registry.scrape(name::equals).stream()
                .flatMap(snapshot -> snapshot.getDataPoints().stream())
                .filter(point -> point.getLabels().get("receiver").equals("mp"))
                .mapToDouble(point -> point instanceof CounterSnapshot.CounterDataPointSnapshot counter
                        ? counter.getValue()
                        : ((GaugeSnapshot.GaugeDataPointSnapshot) point).getValue())
                .findAny()
                .orElseThrow();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1) + " " + found.getString(2) + " " + found.getString(3));
            }
        }
        return rows;
    }
}
