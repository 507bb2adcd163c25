package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushed changes: to a receiver that fails now and then, beside one that is not there, with the server killed between. */
class WebhooksIT {

    private static final int DOSSIERS = 4;
    private static final int ROUNDS = 4;

    /** A lease that nobody gave back runs out first. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void everyChangeArrivesInOrderPerDossierWhateverFails(@TempDir Path home) throws Exception {
        Set<String> refusedOnce = new HashSet<>();
        try (WebhookReceiver mp = new WebhookReceiver(0);
                WebhookReceiver deadSp = new WebhookReceiver(0);
                SmpServer server = new SmpServer(home)
                        .with("smp.webhook.mp.url", mp.url())
                        .with("smp.webhook.sp.url", deadSp.url())) {
            deadSp.close();
            mp.answers(delivery -> delivery.seq() % 5 == 0 && refusedOnce.add(delivery.id()) ? 500 : 204);
            server.start();
            Api api = new Api(server);
            for (int dossier = 0; dossier < DOSSIERS; dossier++) {
                api.register(no(dossier), "6215");
            }
            for (int round = 0; round < ROUNDS; round++) {
                changeAll(api, round);
            }
            await("first deliveries", () -> !mp.taken().isEmpty());
            server.kill();
            server.start();
            changeAll(api, ROUNDS);
            JsonNode expected = api.get("/v1/changes", api.mpToken()).json().get("items");
            await("everything is delivered", () -> numbers(mp.taken()).size() == expected.size());

            assertInOrderPerDossier(mp.taken());
            JsonNode keys = api.get("/v1/keys", null).json();
            assertThat(mp.all()).allSatisfy(delivery -> {
                assertThat(delivery.isSignedBy(keys)).isTrue();
                assertThat(delivery.id()).isEqualTo("62-" + delivery.seq());
                assertThat(delivery.json().get("type"))
                        .isEqualTo(delivery.json().at("/data/type"));
            });
            List<JsonNode> data = mp.taken().stream()
                    .map(delivery -> delivery.json().get("data"))
                    .toList();
            assertThat(data).as("the same as GET /changes shows").containsAll(expected);
            assertThat(refusedOnce).isNotEmpty();

            await("the figures say so", () -> {
                String figures = new String(api.get("/metrics", null).bytes(), StandardCharsets.UTF_8);
                return figures.contains("smp_webhook_behind{receiver=\"mp\"} 0.0")
                        && figures.contains("smp_webhook_delivered_total{receiver=\"sp\"} 0.0")
                        && figures.contains("smp_webhook_behind{receiver=\"sp\"} " + expected.size() + ".0");
            });

            try (WebhookReceiver sp = new WebhookReceiver(deadSp.port())) {
                await("SP, once it is there", () -> sp.taken().size() == expected.size());
                assertInOrderPerDossier(sp.taken());
            }
        }
    }

    private static String no(int dossier) {
        return "pushed-" + dossier;
    }

    private static void changeAll(Api api, int round) {
        for (int dossier = 0; dossier < DOSSIERS; dossier++) {
            String facts = Api.registration("6215").replace("\"units\": 1", "\"units\": " + (round + 2));
            assertThat(api.send("PUT", "/v1/dossiers/" + no(dossier), api.spToken(), facts)
                            .status())
                    .isEqualTo(200);
        }
    }

    private static Set<Long> numbers(List<WebhookReceiver.Delivery> deliveries) {
        Set<Long> numbers = new HashSet<>();
        deliveries.forEach(delivery -> numbers.add(delivery.seq()));
        return numbers;
    }

    /** The last one that was taken may be sent again after the kill: at least once. */
    private static void assertInOrderPerDossier(List<WebhookReceiver.Delivery> taken) {
        Map<String, Long> last = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (WebhookReceiver.Delivery delivery : taken) {
            Long before = last.put(delivery.dossier(), delivery.seq());
            if (before != null && before > delivery.seq()) {
                wrong.add(delivery.dossier() + ": " + delivery.seq() + " after " + before);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void await(String what, BooleanSupplier done) throws InterruptedException {
        Instant last = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(last);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
