package org.medexam.smp.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.core.signature.Signer;
import org.medexam.smp.server.central.Change;
import org.medexam.smp.server.central.ChangeSignal;
import org.medexam.smp.server.central.ChangeType;
import org.medexam.smp.server.central.ChangeViews;
import org.medexam.smp.server.central.Changes;
import org.medexam.smp.server.central.Follower;
import org.medexam.smp.server.central.SetClock;
import org.medexam.smp.server.database.DatabaseAlone;
import org.medexam.smp.server.it.WebhookReceiver;

/** One delivery to a real receiver. */
class HttpWebhookSenderTest {

    private static final Signer SIGNER = new Signer(Signer.newPrivateJwk());
    private static final DistrictSettings DISTRICT =
            new DistrictSettings("62", "样例考区", ZoneId.of("Asia/Shanghai"), "baiyin-2021");
    private static final SetClock CLOCK = new SetClock(Instant.parse("2021-01-15T01:30:12Z"));

    private static Change change;
    private WebhookReceiver receiver;

    @BeforeAll
    static void makeAChange(@TempDir Path folder) throws Exception {
        try (DatabaseAlone database = DatabaseAlone.embedded(folder)) {
            Changes changes = new Changes(database.transactions(), database.database(), CLOCK, new ChangeSignal());
            database.transactions()
                    .inTransaction(
                            () -> changes.add(ChangeType.RETURNED, "2021-0001", "6215", Map.of("notice", "请重新上传")));
            change = changes.find(1).orElseThrow();
        }
        CLOCK.forward(Duration.ofMinutes(5));
    }

    @AfterAll
    static void forget() {
        change = null;
    }

    @BeforeEach
    void listen() throws Exception {
        receiver = new WebhookReceiver(0);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private HttpWebhookSender line(String url) {
        return new HttpWebhookSender(
                Follower.MP,
                URI.create(url),
                "62",
                new ChangeViews(DISTRICT),
                () -> SIGNER,
                CLOCK,
                Duration.ofMillis(1500));
    }

    @Test
    void sendsWhatStandardWebhooksAsksFor() throws Exception {
        assertThat(line(receiver.url()).send(change)).isEqualTo(DeliveryOutcome.DELIVERED);

        WebhookReceiver.Delivery came = receiver.all().get(0);
        assertThat(came.id()).isEqualTo("62-1");
        assertThat(came.timestamp()).as("of the attempt").isEqualTo("1610674512");
        assertThat(came.contentType()).isEqualTo("application/json");
        assertThat(came.json()).isEqualTo(new ObjectMapper().readTree("""
                        {"type": "returned", "timestamp": "2021-01-15T09:30:12+08:00",
                         "data": {"seq": 1, "at": "2021-01-15T09:30:12+08:00", "type": "returned", "no": "2021-0001",
                                  "site": "6215", "notice": "请重新上传"}}"""));
        assertThat(came.isSignedBy(new ObjectMapper().readTree(Signer.publicSet(List.of(SIGNER)))))
                .isTrue();
        Signer other = new Signer(Signer.newPrivateJwk());
        assertThat(came.isSignedBy(new ObjectMapper().readTree(Signer.publicSet(List.of(other)))))
                .as("checked with another key")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "200, DELIVERED",
        "202, DELIVERED",
        "204, DELIVERED",
        "301, REJECTED",
        "307, REJECTED",
        "400, REJECTED",
        "401, REJECTED",
        "404, REJECTED",
        "410, GONE",
        "429, REJECTED",
        "500, REJECTED",
        "503, REJECTED",
        "-1, REJECTED"
    })
    void whatIsAnsweredDecides(int status, DeliveryOutcome outcome) {
        receiver.answers(delivery -> status);

        assertThat(line(receiver.url()).send(change)).isEqualTo(outcome);
        assertThat(receiver.all()).as("no redirect is followed").hasSize(1);
    }

    @Test
    void nobodyThereSaysNothingAboutTheChange() {
        String url = receiver.url();
        receiver.close();

        assertThat(line(url).send(change)).isEqualTo(DeliveryOutcome.UNREACHABLE);
        assertThat(line("https://localhost:" + url.replaceAll("\\D*(\\d+).*", "$1") + "/")
                        .send(change))
                .isEqualTo(DeliveryOutcome.UNREACHABLE);
        assertThat(line("http://nobody.invalid/").send(change)).isEqualTo(DeliveryOutcome.UNREACHABLE);
    }

    /** A connection that was kept is closed by the other side just when it is wanted again. */
    @Test
    void aConnectionThatWasKeptTooLongIsNoFailure() throws Exception {
        int port = receiver.port();
        HttpWebhookSender line = line(receiver.url());
        assertThat(line.send(change)).isEqualTo(DeliveryOutcome.DELIVERED);
        receiver.close();
        receiver = new WebhookReceiver(port);

        assertThat(line.send(change)).isEqualTo(DeliveryOutcome.DELIVERED);
    }
}
