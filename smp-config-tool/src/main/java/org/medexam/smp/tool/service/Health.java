package org.medexam.smp.tool.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a server answers about itself to this machine (contract §1, {@code /health/ready}).
 *
 * @param ready whether it can take pictures in
 * @param database {@code up} or {@code down}
 * @param storage {@code up}, {@code low} or {@code down}
 * @param freeBytes left for pictures; -1 where nobody can tell
 * @param version of the running program; empty for those that do not say it
 * @param since when its process began; empty for those that do not say it
 */
public record Health(
        boolean ready,
        String database,
        String storage,
        long freeBytes,
        Optional<String> version,
        Optional<Instant> since) {

    boolean isDatabaseUp() {
        return database.equals("up");
    }

    /** What is heard at an address. */
    sealed interface Heard {

        /** Nobody listens. */
        record Nobody() implements Heard {}

        /** Somebody who is not SMP, or not SMP yet. */
        record Somebody() implements Heard {}

        record Smp(Health health) implements Heard {}
    }

    /** Asks the server of this machine. */
    static final class Question {

        private static final Duration PATIENCE = Duration.ofSeconds(8);
        private static final ObjectMapper JSON = new ObjectMapper();

        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();

        Heard ask(int port) throws InterruptedException {
            String base = "http://127.0.0.1:" + port + "/nme/ext/api/health/";
            try {
                HttpResponse<String> live = get(base + "live");
                if (live.statusCode() != 200
                        || !body(live).path("status").asText().equals("up")) {
                    return new Heard.Somebody();
                }
                HttpResponse<String> ready = get(base + "ready");
                return new Heard.Smp(health(ready.statusCode() == 200, body(ready)));
            } catch (ConnectException refused) {
                return new Heard.Nobody();
            } catch (IOException otherTongue) {
                return new Heard.Somebody();
            }
        }

        private HttpResponse<String> get(String address) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }

        private static JsonNode body(HttpResponse<String> answer) throws IOException {
            return JSON.readTree(answer.body());
        }

        private static Health health(boolean ready, JsonNode body) {
            return new Health(
                    ready,
                    body.path("database").asText("down"),
                    body.path("storage").asText("down"),
                    body.path("freeBytes").asLong(-1),
                    text(body, "version"),
                    text(body, "since").map(since -> OffsetDateTime.parse(since).toInstant()));
        }

        private static Optional<String> text(JsonNode body, String member) {
            return Optional.ofNullable(body.path(member).asText(null));
        }
    }
}
