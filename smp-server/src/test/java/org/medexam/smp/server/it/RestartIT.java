package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What outlives a restart and what other settings change: the window over, an own name under https, SP's origin and a
 * proxy named. Sessions grow old between the two starts, by their rows.
 */
class RestartIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.own()
            .prepare(RestartIT::fill)
            .with("smp.window.closes-at", "2021-02-01T17:00:00+08:00")
            .with("smp.public-url", "https://smp.example")
            .with("smp.sp.origins", "https://sp.example")
            .with("smp.proxy.trusted", "127.0.0.1");

    private static final String NO = "re-1";

    private static JsonNode image;
    private static String usedTicket;
    private static String living;
    private static String idle;
    private static String old;

    private final Api api = SMP.api();

    private static void fill(SmpServer server) throws Exception {
        server.start();
        Api api = new Api(server);
        api.register(NO, "6215");
        image = api.upload(NO, "OTHER", api.candidateToken(NO), Drawing.jpeg(1)).json();
        usedTicket = api.districtReviewerToken();
        living = session(api, usedTicket);
        idle = session(api, api.districtReviewerToken());
        old = session(api, api.districtReviewerToken());
        server.stop();

        try (HikariDataSource database = server.database()) {
            age(database, "idle_until", idle);
            age(database, "expires_at", old);
        }
    }

    private static String session(Api api, String ticket) {
        Api.Answer entered = api.send(api.request("/v1/session", ticket).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(entered.status()).isEqualTo(201);
        return entered.header("Set-Cookie").split("[=;]")[1];
    }

    private static void age(HikariDataSource database, String column, String cookie) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8));
        try (Connection connection = database.getConnection();
                PreparedStatement row = connection.prepareStatement(
                        "UPDATE session SET " + column + " = '2021-01-01' WHERE token_sha256 = ?")) {
            row.setString(1, HexFormat.of().formatHex(digest));
            assertThat(row.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void remembersSessionsAndTheirEnds() {
        assertThat(withCookie(living).status()).isEqualTo(200);
        assertThat(withCookie(idle).code()).isEqualTo("session-expired");
        assertThat(withCookie(old).code()).isEqualTo("session-expired");
    }

    private Api.Answer withCookie(String cookie) {
        return api.send(api.request("/v1/session", null).header("Cookie", "smp-session=" + cookie));
    }

    @Test
    void remembersUsedTickets() {
        assertThat(api.get("/v1/dossiers/" + NO, usedTicket).code()).isEqualTo("ticket-used");
        assertThat(api.send(api.request("/v1/session", usedTicket).POST(HttpRequest.BodyPublishers.noBody()))
                        .code())
                .isEqualTo("ticket-used");
    }

    @Test
    void namesTheWindowThatIsOverAndLooksAtIdentityFirst() {
        Api.Answer late = api.upload(NO, "OTHER", api.candidateToken(NO), Drawing.jpeg(2));
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.code()).isEqualTo("window-closed");
        assertThat(late.json().get("detail").asText()).contains("2021-02-01 17:00");
        Api.Answer same = api.upload(NO, "OTHER", api.candidateToken(NO), Drawing.jpeg(1));
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.json().get("id")).isEqualTo(image.get("id"));
        Api.Answer delete = api.send("DELETE", "/v1/images/" + image.get("id").asText(), api.spToken(), null);
        assertThat(delete.status()).isEqualTo(409);
        assertThat(delete.code()).isEqualTo("material-locked");

        JsonNode dossier = api.get("/v1/dossiers/" + NO, api.mpToken()).json();
        assertThat(dossier.get("locked").asBoolean()).isTrue();
        assertThat(dossier.get("state").asText()).isEqualTo("draft");
        assertThat(dossier.at("/window/open").asBoolean()).isFalse();
        assertThat(dossier.at("/window/closesAt").asText()).isEqualTo("2021-02-01T17:00:00+08:00");
        assertThat(dossier.get("materials").findValuesAsText("state")).containsOnly("locked");
    }

    @Test
    void buildsEveryLinkFromItsOwnName() {
        JsonNode dossier = api.get("/v1/dossiers/" + NO, api.mpToken()).json();
        assertThat(dossier.get("materials").findValuesAsText("url"))
                .containsExactly("https://smp.example/nme/ext/api/v1/images/"
                        + image.get("id").asText());
    }

    @Test
    void hidesTheCookieFromPlainHttpUnderHttps() {
        Api.Answer entered =
                api.send(api.request("/v1/session", api.candidateToken(NO)).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(entered.header("Set-Cookie").replace("; ", ";")).containsIgnoringCase(";Secure");
    }

    @Test
    void letsSpsOriginInWithoutCredentials() {
        Api.Answer preflight = preflight("https://sp.example");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://sp.example");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET", "POST", "DELETE");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization", "Content-Type");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();

        for (String token : List.of(api.candidateToken(NO), "wrong")) {
            Api.Answer answer =
                    api.send(api.request("/v1/dossiers/" + NO, token).header("Origin", "https://sp.example"));
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://sp.example");
            assertThat(answer.header("Access-Control-Expose-Headers").split(", "))
                    .contains("ETag", "Location", "Retry-After");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
            assertThat(answer.header("Vary")).contains("Origin");
        }
    }

    @ParameterizedTest
    @CsvSource({"https://sp.example.evil", "http://sp.example", "https://sp.example:8443", "null"})
    void letsNoOtherOriginIn(String origin) {
        assertThat(preflight(origin).headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        assertThat(api.send(api.request("/v1/dossiers/" + NO, api.candidateToken(NO))
                                .header("Origin", origin))
                        .headers()
                        .map()
                        .keySet())
                .noneMatch(name -> name.startsWith("access-control"));
    }

    private Api.Answer preflight(String origin) {
        return api.send(api.request("/v1/dossiers/" + NO + "/materials/OTHER/images", null)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }
}
