package org.medexam.smp.tool.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.medexam.smp.tool.client.LocalServerClient;
import org.medexam.smp.tool.client.LocalServerClient.Reply;
import org.medexam.smp.tool.client.ServerUnreachable;

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

        private static final Duration TIMEOUT = Duration.ofSeconds(8);

        Heard ask(int port) throws InterruptedException {
            LocalServerClient server = LocalServerClient.of(port, TIMEOUT);
            try {
                Reply live = server.get(LocalServerClient.LIVE);
                if (live.status() != 200 || !live.json().path("status").asText().equals("up")) {
                    return new Heard.Somebody();
                }
                Reply ready = server.get(LocalServerClient.READY);
                return new Heard.Smp(health(ready.status() == 200, ready.json()));
            } catch (ServerUnreachable unreachable) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                return unreachable.isRefused() ? new Heard.Nobody() : new Heard.Somebody();
            }
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
