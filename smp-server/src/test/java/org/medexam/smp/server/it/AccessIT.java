package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.ticket.JwkPair;
import org.medexam.smp.core.ticket.Ticket;
import org.medexam.smp.core.ticket.TicketSigner;

/** Contract §2: who calls, with what, and what it opens. */
class AccessIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.own().prepare(AccessIT::addAccounts);

    private static final String SESSION = "/v1/session";
    private static final String PASSWORD = "Shi-yan-2021!";

    private final SmpServer server = SMP.server();
    private final Api api = SMP.api();

    private static void addAccounts(SmpServer server) throws Exception {
        Accounts accounts = new Accounts(server, PASSWORD);
        accounts.addSiteReviewer("kaodian02", "考点审核员丙", "6215");
        accounts.addSiteReviewer("kaodian03", "考点审核员丁", "6215");
        accounts.addSiteReviewer("kaodian04", "考点审核员戊", "6215");
        accounts.addKeeper("zhuanguan", "专管员己");
    }

    @BeforeAll
    static void register() {
        SMP.api().register("acc-1", "6215");
        SMP.api().register("acc-2", "6216");
    }

    private String token(String who) {
        return switch (who) {
            case "sp" -> api.spToken();
            case "mp" -> api.mpToken();
            case "candidate" -> api.candidateToken("acc-1");
            case "other-candidate" -> api.candidateToken("acc-2");
            case "district" -> api.districtReviewerToken();
            case "site" -> api.siteReviewerToken("6215");
            case "other-site" -> api.siteReviewerToken("6216");
            case "nobody" -> null;
            default -> throw new IllegalArgumentException(who);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/dossiers/acc-1, sp, 200",
        "GET, /v1/dossiers/acc-1, mp, 200",
        "GET, /v1/dossiers/acc-1, candidate, 200",
        "GET, /v1/dossiers/acc-1, district, 200",
        "GET, /v1/dossiers/acc-1, site, 200",
        "GET, /v1/dossiers/acc-1, other-site, 404",
        "GET, /v1/dossiers/acc-1, other-candidate, 404",
        "GET, /v1/dossiers/acc-1, nobody, 401",
        "GET, /v1/dossiers, sp, 200",
        "GET, /v1/dossiers, mp, 200",
        "GET, /v1/dossiers, district, 200",
        "GET, /v1/dossiers, candidate, 403",
        "GET, /v1/dossiers, nobody, 401",
        "GET, /v1/dossiers/acc-1/archive.zip, mp, 200",
        "GET, /v1/dossiers/acc-1/archive.zip, district, 200",
        "GET, /v1/dossiers/acc-1/archive.zip, site, 200",
        "GET, /v1/dossiers/acc-1/archive.zip, other-site, 404",
        "GET, /v1/dossiers/acc-1/archive.zip, sp, 403",
        "GET, /v1/dossiers/acc-1/archive.zip, candidate, 403",
        "GET, /v1/images/0123456789abcdef0123456789abcdef, candidate, 404",
        "DELETE, /v1/images/0123456789abcdef0123456789abcdef, mp, 403",
        "DELETE, /v1/images/0123456789abcdef0123456789abcdef, district, 403",
        "DELETE, /v1/images/0123456789abcdef0123456789abcdef, sp, 404",
    })
    void letsInWhomTheContractNames(String method, String path, String who, int status) {
        assertThat(api.send(method, path, token(who), null).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"mp, 403", "candidate, 403", "district, 403", "nobody, 401"})
    void nobodyButSpRegisters(String who, int status) {
        assertThat(api.send("PUT", "/v1/dossiers/acc-9", token(who), Api.registration("6215"))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"mp, 403", "district, 403", "other-candidate, 404", "nobody, 401"})
    void nobodyButTheCandidateAndSpUploads(String who, int status) {
        assertThat(api.upload("acc-1", "OTHER", token(who), Drawing.jpeg(1)).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic c3A6c3A=", "bearer"})
    void refusesWhatIsNoTicket(String authorization) {
        Api.Answer answer = api.send(api.request("/v1/dossiers/acc-1", null).header("Authorization", authorization));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isIn("ticket-refused", "ticket-missing");
    }

    @Test
    void judgesSignatureClaimsLifeScopeVisibilityInThisOrder() {
        Instant now = Instant.now();
        Ticket candidate = Ticket.ofCandidate("acc-1", id(), now);
        TicketSigner stranger =
                new TicketSigner(SmpServer.DISTRICT, JwkPair.es256("sp-test").privateJwk());
        TicketSigner otherDistrict = new TicketSigner("63", server.spKeys().privateJwk());
        Ticket expired = Ticket.ofCandidate("acc-1", id(), now.minus(Duration.ofHours(3)));
        Ticket tooLong = candidate.withExp(now.plus(Duration.ofHours(3)));

        assertCode(stranger.sign(expired), "ticket-refused");
        assertCode(otherDistrict.sign(expired), "ticket-refused");
        assertCode(server.mp().sign(candidate), "ticket-refused"); // the other issuer's key
        assertCode(server.sp().sign(tooLong), "ticket-refused");
        assertCode(server.sp().sign(expired), "ticket-expired");
        assertThat(api.get("/v1/dossiers", api.candidateToken("acc-1")).code()).isEqualTo("not-allowed");
        assertThat(api.get("/v1/dossiers/acc-2", api.candidateToken("acc-1")).code())
                .isEqualTo("not-found");
    }

    @Test
    void takesAClockThatIsAMinuteOff() {
        Instant now = Instant.now();
        Ticket justOver =
                Ticket.ofCandidate("acc-1", id(), now.minusSeconds(100)).withExp(now.minusSeconds(30));
        assertThat(api.get("/v1/dossiers/acc-1", server.sp().sign(justOver)).status())
                .isEqualTo(200);
        Ticket ahead = Ticket.ofCandidate("acc-1", id(), now.plusSeconds(30));
        assertThat(api.get("/v1/dossiers/acc-1", server.sp().sign(ahead)).status())
                .isEqualTo(200);
    }

    @Test
    void turnsATicketIntoASessionOfACookieAndACheckValue() {
        Api.Answer entered = enter(api.candidateToken("acc-1"));
        assertThat(entered.status()).isEqualTo(201);
        JsonNode session = entered.json();
        assertThat(session.at("/who/sub").asText()).isEqualTo("acc-1");
        assertThat(session.at("/who/scope").asText()).isEqualTo("candidate");
        assertThat(OffsetDateTime.parse(session.get("expiresAt").asText()).toInstant())
                .isBetween(Instant.now().plusSeconds(7000), Instant.now().plusSeconds(7201));
        assertThat(session.get("expiresAt").asText()).endsWith("+08:00");
        assertThat(entered.header("Set-Cookie").replace("; ", ";"))
                .startsWith("smp-session=")
                .containsIgnoringCase(";HttpOnly")
                .containsIgnoringCase(";SameSite=Strict")
                .containsIgnoringCase(";Path=/nme/ext")
                .doesNotContainIgnoringCase(";Secure");

        String cookie = cookie(entered);
        Api.Answer shown = api.send(withCookie(SESSION, cookie).GET());
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json()).isEqualTo(session);
        assertThat(api.send(withCookie("/v1/dossiers/acc-1", cookie).GET()).status())
                .isEqualTo(200);
        assertThat(api.send(withCookie("/v1/dossiers/acc-2", cookie).GET()).status())
                .isEqualTo(404);
    }

    @Test
    void wantsTheCheckValueForEveryUnsafeMethodAndEndsASessionAtOnce() {
        Api.Answer entered = enter(api.candidateToken("acc-1"));
        String cookie = cookie(entered);
        String other = enter(api.candidateToken("acc-1")).json().get("csrf").asText();

        for (HttpRequest.Builder unchecked : List.of(
                withCookie(SESSION, cookie),
                withCookie(SESSION, cookie).header("X-CSRF-Token", "wrong"),
                withCookie(SESSION, cookie).header("X-CSRF-Token", other))) {
            Api.Answer refused = api.send(unchecked.DELETE());
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("csrf-refused");
        }

        Api.Answer left = api.send(withCookie(SESSION, cookie)
                .header("X-CSRF-Token", entered.json().get("csrf").asText())
                .DELETE());
        assertThat(left.status()).isEqualTo(204);
        assertThat(left.bytes()).isEmpty();
        Api.Answer after = api.send(withCookie(SESSION, cookie).GET());
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.code()).isEqualTo("session-expired");
    }

    @Test
    void showsNoSessionToWhoHasNone() {
        assertThat(api.get(SESSION, null).status()).isEqualTo(401);
        assertThat(api.send(withCookie(SESSION, "nonsense").GET()).code()).isEqualTo("session-expired");
    }

    @Test
    void exchangesAReviewersTicketOnceAndTakesItAsBearerUntilThen() {
        String ticket = api.districtReviewerToken();
        assertThat(api.get("/v1/dossiers/acc-1", ticket).status()).isEqualTo(200);
        assertThat(api.get("/v1/dossiers/acc-1", ticket).status()).isEqualTo(200);
        JsonNode session = enter(ticket).json();
        assertThat(session.at("/who/scope").asText()).isEqualTo("reviewer");
        assertThat(session.at("/who/name").asText()).isEqualTo("考区审核员甲");
        assertThat(session.at("/who/role").asText()).isEqualTo("district");

        assertThat(enter(ticket).status()).isEqualTo(401);
        assertThat(enter(ticket).code()).isEqualTo("ticket-used");
        assertCode(ticket, "ticket-used");
    }

    @Test
    void exchangesOneTicketOnceHoweverManyTryAtOnce() throws Exception {
        String ticket = api.siteReviewerToken("6215");
        assertThat(atOnce(8, () -> enter(ticket).status()))
                .filteredOn(status -> status == 201)
                .hasSize(1);
    }

    @Test
    void letsACandidateEnterAgainWithTheSameTicket() {
        String ticket = api.candidateToken("acc-1");
        assertThat(enter(ticket).status()).isEqualTo(201);
        assertThat(enter(ticket).status()).isEqualTo(201);
        assertThat(api.get("/v1/dossiers/acc-1", ticket).status()).isEqualTo(200);
    }

    @Test
    void givesNoSessionToSystems() {
        assertThat(enter(api.spToken()).code()).isEqualTo("not-allowed");
        assertThat(enter(api.mpToken()).status()).isEqualTo(403);
    }

    @Test
    void wantsATicketOrAPassword() {
        Api.Answer answer = api.send(api.request(SESSION, null).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("ticket-missing");
        assertThat(login("{}").status()).isEqualTo(422);
        assertThat(login("{\"username\":\"a\"}").json().at("/members/0/member").asText())
                .isEqualTo("password");
        assertThat(login("{\"username\":\"a\",\"password\":\"b\",\"x\":1}").status())
                .isEqualTo(400);
    }

    @Test
    void letsOwnAccountsIn() {
        JsonNode session = login("kaodian02", PASSWORD).json();
        assertThat(session.at("/who/scope").asText()).isEqualTo("reviewer");
        assertThat(session.at("/who/role").asText()).isEqualTo("site");
        assertThat(session.at("/who/site").asText()).isEqualTo("6215");
        Api.Answer keeper = login("zhuanguan", PASSWORD);
        assertThat(keeper.status()).isEqualTo(201);
        assertThat(keeper.json().at("/who/scope").asText()).isEqualTo("keeper");
        for (String path : List.of("/v1/dossiers", "/v1/dossiers/acc-1", "/v1/dossiers/acc-1/archive.zip")) {
            assertThat(api.send(withCookie(path, cookie(keeper)).GET()).status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void saysTheSameWordsInTheSameTimeToUnknownWrongAndLocked() {
        login("kaodian03", PASSWORD);
        long wrong = shortest("kaodian03");
        long unknown = shortest("nobody-of-this-name");
        for (int i = 0; i < 10; i++) {
            login("kaodian04", "wrong");
        }
        Api.Answer locked = login("kaodian04", PASSWORD);
        assertThat(locked.status()).isEqualTo(401);
        for (Api.Answer answer : List.of(locked, login("kaodian03", "wrong"), login("nobody-of-this-name", "x"))) {
            assertThat(answer.code()).isEqualTo("bad-credentials");
            assertThat(answer.json().get("detail").asText()).isEqualTo("用户名或密码错误");
        }
        assertThat(unknown).isGreaterThan(wrong / 3);
        assertThat(shortest("kaodian04")).isGreaterThan(wrong / 3);
        assertThat(wrong).isGreaterThan(unknown / 3);
    }

    private long shortest(String username) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long begun = System.nanoTime();
            login(username, "wrong");
            least = Math.min(least, System.nanoTime() - begun);
        }
        return least;
    }

    @Test
    void createsADossierFromTheTicketsClaimOnceAndNeverChangesOne() throws Exception {
        Map<String, Object> claim = claim("6215");
        String first = server.sp()
                .sign(Ticket.ofCandidate("claim-1", id(), Instant.now()).withDossier(claim));
        assertThat(atOnce(6, () -> api.get("/v1/dossiers/claim-1", first).status()))
                .containsOnly(200);
        JsonNode made = api.get("/v1/dossiers/claim-1", api.mpToken()).json();
        assertThat(made.at("/site/code").asText()).isEqualTo("6215");

        String later = server.sp()
                .sign(Ticket.ofCandidate("claim-1", id(), Instant.now()).withDossier(claim("6299")));
        assertThat(enter(later).status()).isEqualTo(201);
        assertThat(api.get("/v1/dossiers/claim-1", api.mpToken()).json()).isEqualTo(made);

        String broken = server.sp()
                .sign(Ticket.ofCandidate("claim-2", id(), Instant.now()).withDossier(Map.of("exam", 5)));
        assertThat(enter(broken).code()).isEqualTo("ticket-refused");
        assertThat(api.get("/v1/dossiers/claim-2", api.mpToken()).status()).isEqualTo(404);
    }

    @Test
    void uploadsAreTheFirstVisitToo() {
        String ticket = server.sp()
                .sign(Ticket.ofCandidate("claim-3", id(), Instant.now()).withDossier(claim("6215")));
        assertThat(api.upload("claim-3", "OTHER", ticket, Drawing.jpeg(3)).status())
                .isEqualTo(201);
    }

    private static Map<String, Object> claim(String site) {
        return Map.of(
                "exam", Map.of("year", 2021, "category", "110", "name", "临床执业医师"),
                "site", Map.of("code", site, "name", "白银"),
                "candidate", Map.of("name", "李试样", "idType", "居民身份证"),
                "facts", Map.of("kind", "LOCAL"));
    }

    @Test
    void knowsNoForeignOriginUnlessToldOf() {
        Api.Answer answer = api.send(
                api.request("/v1/dossiers/acc-1", api.candidateToken("acc-1")).header("Origin", "https://sp.example"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        Api.Answer preflight = api.send(api.request("/v1/dossiers/acc-1", null)
                .header("Origin", "https://sp.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void throttlesNoValidTokenBelowTheContractsRates() throws Exception {
        String sp = api.spToken();
        assertThat(atOnce(120, () -> api.get("/v1/dossiers/acc-1", sp).status()))
                .containsOnly(200);
        byte[] picture = Drawing.jpeg(7);
        String candidate = api.candidateToken("acc-2");
        assertThat(api.upload("acc-2", "OTHER", candidate, picture).status()).isEqualTo(201);
        assertThat(atOnce(
                        60,
                        () -> api.upload("acc-2", "OTHER", candidate, picture).status()))
                .containsOnly(200);
    }

    private void assertCode(String token, String code) {
        Api.Answer answer = api.get("/v1/dossiers/acc-1", token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(code);
    }

    private Api.Answer enter(String ticket) {
        return api.send(api.request(SESSION, ticket).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private Api.Answer login(String username, String password) {
        return login("{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
    }

    private Api.Answer login(String json) {
        return api.send("POST", SESSION, null, json);
    }

    private HttpRequest.Builder withCookie(String path, String cookie) {
        return api.request(path, null).header("Cookie", "smp-session=" + cookie);
    }

    private static String cookie(Api.Answer entered) {
        return entered.header("Set-Cookie").split("[=;]")[1];
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    static <T> List<T> atOnce(int many, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(many, 32));
        try {
            return threads.invokeAll(java.util.Collections.nCopies(many, work)).stream()
                    .map(AccessIT::done)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
