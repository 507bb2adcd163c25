package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.launch.ControlKey;

/** What the tool on this machine asks of the server, and that for everybody else there is nothing to be found. */
class ControlIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.own()
            .prepare(ControlIT::trustOwnAddress)
            // an installation is accepted while no candidate may upload
            .with("smp.window.closes-at", "2021-01-01T00:00:00+08:00");

    private static final String CLOCK = "/v1/control/clock";
    private static final String TRIALS = "/v1/control/trials";
    private static final String REACHES = "/v1/control/reaches";
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(60_000);

    private final SmpServer server = SMP.server();
    private final Api api = SMP.api();
    private ControlKey key;

    /** Trusts this machine's network address as that of a proxy. */
    private static void trustOwnAddress(SmpServer server) throws Exception {
        String own = addressOnTheNetwork()
                .map(address -> "," + address.getHostAddress() + "/32")
                .orElse("");
        server.with("smp.proxy.trusted", "127.0.0.0/8,::1/128" + own);
    }

    @BeforeEach
    void readKey() throws Exception {
        key = ControlKey.read(server.home()).orElseThrow();
    }

    private HttpRequest.Builder control(String path) {
        return api.request(path, null).header("Authorization", key.authorization());
    }

    @Test
    void tellsWhatItIs() {
        Api.Answer answer = api.send(control("/v1/control/server").GET());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(answer.json().get("schema").asText()).matches("\\d{3}");
    }

    @Test
    void itsClocksAreThoseOfThisMachine() {
        Api.Answer answer = api.send(control(CLOCK).GET());
        assertThat(answer.status()).isEqualTo(200);
        for (String clock : new String[] {"server", "database"}) {
            assertThat(Instant.parse(answer.json().get(clock).asText()))
                    .as(clock)
                    .isBetween(Instant.now().minusSeconds(30), Instant.now().plusSeconds(30));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/control/clock, none",
        "GET, /v1/control/clock, wrong",
        "GET, /v1/control/clock, bare",
        "GET, /v1/control/clock, bearer",
        "GET, /v1/control/clock, mp",
        "GET, /v1/control/clock, forwarded",
        "GET, /v1/control/clock, via",
        "POST, /v1/control/clock, none",
        "PUT, /v1/control/trials, none",
        "POST, /v1/control/trials, mp",
        "HEAD, /v1/control/clock, none",
        "OPTIONS, /v1/control/clock, none",
        "GET, /v1/control/clock;x=1, none",
        "GET, /v1//control/clock, none",
        "GET, /v1/control, none",
        "GET, /v1/control/nothing-of-the-kind, none",
    })
    void forEverybodyElseThereIsNothing(String method, String path, String shown) {
        HttpRequest.Builder request = api.request(path, null).method(method, HttpRequest.BodyPublishers.noBody());
        switch (shown) {
            case "wrong" -> request.header("Authorization", ControlKey.random().authorization());
            case "bare" -> request.header("Authorization", key.authorization().replace("SMP-Control ", ""));
            case "bearer" -> request.header("Authorization", key.authorization().replace("SMP-Control", "Bearer"));
            case "mp" -> request.header("Authorization", "Bearer " + api.mpToken());
            case "forwarded" ->
                request.header("Authorization", key.authorization()).header("X-Forwarded-For", "127.0.0.1");
            case "via" -> request.header("Authorization", key.authorization()).header("Via", "1.1 proxy");
            default -> {}
        }
        isNothing(api.send(request), method);
    }

    @Test
    void notEvenForItsOwnKeyFromAnotherAddress() throws Exception {
        Optional<InetAddress> own = addressOnTheNetwork();
        assumeTrue(own.isPresent(), "this machine is on no network");
        String there = "http://" + own.get().getHostAddress() + ":" + server.port() + "/nme/ext/api" + CLOCK;

        isNothing(api.send(control(there).GET()), "GET");
    }

    /** A trial and its candidate's session. */
    private record Trial(String no, String session, String csrf, String material) {}

    private Trial begin() throws Exception {
        Api.Answer begun = api.send(control(TRIALS).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(begun.status()).isEqualTo(201);
        return new ObjectMapper().readValue(begun.bytes(), Trial.class);
    }

    private HttpRequest.Builder as(Trial trial, String path) {
        return api.request(path, null)
                .header("Cookie", "smp-session=" + trial.session())
                .header("X-CSRF-Token", trial.csrf());
    }

    private Api.Answer upload(Trial trial, int seed) {
        return api.send(as(trial, "/v1/dossiers/" + trial.no() + "/materials/" + trial.material() + "/images")
                .header("Content-Type", "multipart/form-data; boundary=frame")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Api.multipart("frame", Drawing.jpeg(seed)))));
    }

    @Test
    void aTrialTakesAPictureThatNobodyElseSees() throws Exception {
        Trial trial = begin();
        assertThat(OffsetDateTime.parse(api.send(as(trial, "/v1/session").GET())
                                .json()
                                .get("expiresAt")
                                .asText())
                        .toInstant())
                .isBetween(Instant.now().plusSeconds(13 * 60), Instant.now().plusSeconds(15 * 60));

        Api.Answer uploaded = upload(trial, 1);
        assertThat(uploaded.status()).isEqualTo(201);
        String image = "/v1/images/" + uploaded.json().get("id").asText();
        assertThat(api.send(as(trial, image).GET()).bytes()).isNotEqualTo(Drawing.jpeg(1));
        assertThat(api.send(as(trial, image + "/thumbnail").GET()).status()).isEqualTo(200);

        for (String token : List.of(api.mpToken(), api.spToken(), api.districtReviewerToken())) {
            assertThat(api.get("/v1/dossiers/" + trial.no(), token).status()).isEqualTo(404);
            assertThat(api.get(image, token).status()).isEqualTo(404);
            assertThat(api.get("/v1/dossiers", token).json().toString()).doesNotContain("trial-");
            for (String text : List.of("部署验收", trial.no())) {
                assertThat(api.send("POST", "/v1/dossiers/search", token, "{\"text\": \"%s\"}".formatted(text))
                                .json()
                                .get("items"))
                        .isEmpty();
            }
        }
        assertThat(api.register(trial.no(), "6215").status()).isEqualTo(404);

        assertThat(api.send(as(trial, image).DELETE()).status()).isEqualTo(204);
        assertThat(api.send(as(trial, image).GET()).status()).isEqualTo(404);
        assertThat(end(trial.no())).isEqualTo(204);
    }

    @Test
    void aTrialEndsWithItsPictures() throws Exception {
        Trial trial = begin();
        assertThat(upload(trial, 2).status()).isEqualTo(201);
        assertThat(pictures(trial)).hasSize(1);

        assertThat(end(trial.no())).isEqualTo(204);

        assertThat(pictures(trial)).isEmpty();
        assertThat(api.send(as(trial, "/v1/dossiers/" + trial.no()).GET()).status())
                .isEqualTo(404);
        assertThat(end(trial.no())).isEqualTo(404);
    }

    @Test
    void onlyATrialEndsSo() {
        api.register("con-1", "6215");
        assertThat(end("con-1")).isEqualTo(404);
        assertThat(api.get("/v1/dossiers/con-1", api.spToken()).status()).isEqualTo(200);
    }

    @Test
    void aTrialThatWasForgottenIsRemovedByTheNextStart() throws Exception {
        Trial trial = begin();
        assertThat(upload(trial, 3).status()).isEqualTo(201);
        server.stop();
        try (HikariDataSource database = server.database();
                Connection connection = database.getConnection();
                PreparedStatement older =
                        connection.prepareStatement("UPDATE dossier SET created_at = ? WHERE no = ?")) {
            older.setObject(1, LocalDateTime.now(ZoneOffset.UTC).minusMinutes(61));
            older.setString(2, trial.no());
            older.executeUpdate();
        }
        server.start();
        readKey();

        Instant last = Instant.now().plusSeconds(60);
        while (!pictures(trial).isEmpty() && Instant.now().isBefore(last)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(pictures(trial)).isEmpty();
        assertThat(end(trial.no())).isEqualTo(404);
    }

    private int end(String no) {
        return api.send(control(TRIALS + "/" + no).DELETE()).status();
    }

    private List<Path> pictures(Trial trial) throws IOException {
        try (Stream<Path> below = Files.walk(server.home().resolve("pictures"))) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(trial.no()))
                    .toList();
        }
    }

    private JsonNode reach() {
        Api.Answer begun = api.send(control(REACHES).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.json().get("address").asText()).startsWith(server.base() + "/reach/");
        return begun.json();
    }

    private JsonNode stateOf(JsonNode reach) {
        return api.send(control(REACHES + "/" + reach.get("id").asText()).GET()).json();
    }

    private static String asPhone(JsonNode reach, String question) {
        String address = reach.get("address").asText();
        return "/v1/reach/" + address.substring(address.lastIndexOf('/') + 1) + "/" + question;
    }

    @Test
    void aPhoneMeasuresOnceAndSaysSo() {
        JsonNode reach = reach();
        assertThat(stateOf(reach).toString()).isEqualTo("{\"opened\":false,\"outside\":null,\"measured\":null}");
        try (Chromium chromium = new Chromium();
                Chromium.Window phone = chromium.phone()) {
            Page page = phone.page();
            page.navigate(reach.get("address").asText());
            PlaywrightAssertions.assertThat(page.getByText("从外网访问测试")).isVisible();
            phone.screenshot("reach-begin");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("开始测试"))
                    .click();
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.STATUS)).hasText("测试完成，结果已交回。现在可以关闭本页。", PATIENTLY);
            phone.screenshot("reach-done");
            assertThat(phone.scrollsSideways()).isFalse();
            assertThat(phone.complaints()).isEmpty();

            JsonNode state = stateOf(reach);
            assertThat(state.get("opened").asBoolean()).isTrue();
            assertThat(state.get("outside").asBoolean()).isFalse();
            for (String figure : List.of("roundTripMillis", "downMbit", "upMbit")) {
                assertThat(state.at("/measured/" + figure).asDouble())
                        .as(figure)
                        .isPositive();
            }

            page.reload();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English"))
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the test"))
                    .click();
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT)).containsText("no longer valid");
            phone.screenshot("reach-over");
        }
    }

    @Test
    void knowsAPhoneOutsideByItsAddressAndKeepsNone() throws Exception {
        JsonNode reach = reach();
        HttpRequest.Builder outside = api.request(asPhone(reach, "opening"), null)
                .header("X-Forwarded-For", "203.0.113.77")
                .POST(HttpRequest.BodyPublishers.noBody());
        assertThat(api.send(outside).json().get("down").asLong()).isEqualTo(32 << 20);
        assertThat(stateOf(reach).get("outside").asBoolean()).isTrue();
        assertThat(server.log()).doesNotContain("203.0.113.77");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"roundTripMillis\": 0, \"downMbit\": 1, \"upMbit\": 1}",
                "{\"roundTripMillis\": 1, \"downMbit\": -1, \"upMbit\": 1}",
                "{\"roundTripMillis\": 1, \"downMbit\": 1, \"upMbit\": 1e9}",
            })
    void takesNoResultThatCannotBe(String result) {
        JsonNode reach = reach();
        assertThat(api.send("POST", asPhone(reach, "result"), null, result).status())
                .isEqualTo(422);
        assertThat(stateOf(reach).get("measured").isNull()).isTrue();
    }

    @Test
    void aTokenCostsSoMuchAndNoMore() {
        JsonNode reach = reach();
        int pieces = 0;
        while (api.get(asPhone(reach, "bytes"), null).status() == 200) {
            pieces++;
        }
        assertThat(pieces).isEqualTo(64);

        int taken = 0;
        while (api.send(api.request(asPhone(reach, "bytes"), null)
                                .header("Content-Type", "application/octet-stream")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1 << 19])))
                        .status()
                == 204) {
            taken++;
        }
        assertThat(taken).isEqualTo(32);
    }

    @Test
    void aFewAreAliveAndTheOldestGivesWay() {
        List<JsonNode> five = Stream.generate(this::reach).limit(5).toList();
        assertThat(api.get(asPhone(five.get(0), "echo"), null).status()).isEqualTo(404);
        assertThat(five.subList(1, 5))
                .allSatisfy(alive -> assertThat(
                                api.get(asPhone(alive, "echo"), null).status())
                        .isEqualTo(204));
        assertThat(api.send(control(REACHES + "/" + five.get(4).get("id").asText())
                                .DELETE())
                        .status())
                .isEqualTo(204);
        assertThat(api.get(asPhone(five.get(4), "echo"), null).status()).isEqualTo(404);
    }

    /** The same as where nothing ever was. */
    private void isNothing(Api.Answer answer, String method) {
        Api.Answer nothing =
                api.send(api.request("/v1/nothing", null).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(404).isEqualTo(nothing.status());
        assertThat(answer.headers().map().keySet())
                .isEqualTo(nothing.headers().map().keySet());
        if (!method.equals("HEAD")) {
            assertThat(answer.code()).isEqualTo("not-found");
            assertThat(answer.json().get("detail")).isEqualTo(nothing.json().get("detail"));
        }
    }

    private static Optional<InetAddress> addressOnTheNetwork() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }
}
