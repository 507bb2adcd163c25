package org.medexam.smp.tool.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.medexam.smp.tool.client.LocalServerClient;
import org.medexam.smp.tool.client.LocalServerClient.Reply;

/** What one question to the running server answers. */
final class ServerChecks {

    /** The manual's words (S0:709), letter for letter: then the database was really asked. */
    private static final String ASKED = "用户名或密码错误";

    private static final Duration CLOCKS_AGREE = Duration.ofSeconds(5);

    /** As far as a ticket's times may be off (contract §2). */
    private static final Duration TICKETS_FAIL = Duration.ofSeconds(60);

    private static final double GIGABYTE = 1L << 30;

    private final LocalServerClient server;
    private final String ownVersion;

    ServerChecks(LocalServerClient server, String ownVersion) {
        this.server = server;
        this.ownVersion = ownVersion;
    }

    /** The manual's own test: any name and any password. */
    AcceptanceStep login(StepResult step) {
        Reply page = server.get("/mp/login.html");
        if (page.status() != 200) {
            return step.fault("no-page", page.status());
        }
        Reply reply = server.send(server.request("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(madeUpLogin())));
        step.millis("millis", reply.took());
        String words = reply.json().path("detail").asText();
        if (reply.status() == 401 && words.equals(ASKED)) {
            return step.good("good", ASKED, reply.took().toMillis());
        }
        return reply.status() == 503 ? step.fault("database", words) : step.fault("other", reply.problem(), words);
    }

    private static String madeUpLogin() {
        try {
            return new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "username",
                            "验收" + UUID.randomUUID(),
                            "password",
                            UUID.randomUUID().toString()));
        } catch (JsonProcessingException neverOfTexts) {
            throw new IllegalStateException(neverOfTexts);
        }
    }

    AcceptanceStep server(StepResult step) {
        Reply reply = server.control("GET", "server");
        if (reply.status() == 404) {
            return step.fault("another");
        }
        String version = reply.json().path("version").asText("");
        step.figure("version", version);
        if (reply.status() != 200) {
            return step.fault("problem", reply.problem());
        }
        return version.equals(ownVersion)
                ? step.good("good", version)
                : step.advice("other-version", version, ownVersion);
    }

    AcceptanceStep database(StepResult step) {
        Reply reply = server.control("GET", "server");
        if (reply.status() != 200) {
            return step.fault("problem", reply.problem());
        }
        String schema = reply.json().path("schema").asText();
        return step.figure("schema", schema).millis("millis", reply.took()).good("good", schema);
    }

    /** What {@code health/ready} tells this machine in detail. */
    AcceptanceStep storage(StepResult step) {
        JsonNode ready = server.get("/api/health/ready").json();
        String storage = ready.path("storage").asText();
        long free = ready.path("freeBytes").asLong(-1);
        String gigabytes = String.format(Locale.ROOT, "%.1f", free / GIGABYTE);
        step.figure("freeBytes", free);
        return switch (storage) {
            case "up" -> step.good("good", gigabytes);
            case "low" -> step.advice("low", gigabytes);
            default -> step.fault("down");
        };
    }

    AcceptanceStep clock(StepResult step) {
        Reply reply = server.control("GET", "clock");
        if (reply.status() != 200) {
            return step.fault("problem", reply.problem());
        }
        Duration ahead = Duration.between(
                Instant.parse(reply.json().path("server").asText()),
                Instant.parse(reply.json().path("database").asText()));
        step.millis("databaseAheadMillis", ahead);
        String seconds = String.format(Locale.ROOT, "%.1f", ahead.abs().toMillis() / 1000.0);
        if (ahead.abs().compareTo(TICKETS_FAIL) > 0) {
            return step.fault("fault", seconds);
        }
        return ahead.abs().compareTo(CLOCKS_AGREE) > 0 ? step.advice("advice", seconds) : step.good("good", seconds);
    }
}
