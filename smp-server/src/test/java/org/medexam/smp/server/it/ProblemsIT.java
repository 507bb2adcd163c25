package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.refusal.RefusalCode;

/** Contract §1 (JSON, health, metrics) and §3: how SMP says no, also where JAX-RS has no say. */
class ProblemsIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.shared();

    private static final List<String> NEVER_SAID =
            List.of("Payara", "GlassFish", "Grizzly", "Jersey", "Jackson", "Exception", "org.", "\tat ", "SELECT");

    private final SmpServer server = SMP.server();
    private final Api api = SMP.api();

    @BeforeAll
    static void register() {
        SMP.api().register("p-1", "6215");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nme/ext/nothing, 404, not-found",
        "GET, /nme/ext/problems/nothing, 404, not-found",
        "GET, /nme/ext/problems/, 404, not-found",
        "GET, /nme/ext/problem, 404, not-found",
        "GET, /nme/ext/WEB-INF/web.xml, 404, not-found",
        "GET, /nme/ext/api/../x, 404, not-found",
        "GET, /nme/ext/api/nothing, 404, not-found",
        "GET, /nme/ext/api/v1/nothing, 404, not-found",
        "GET, /nme/ext/api/application.wadl, 404, not-found",
        "POST, /nme/ext/problems/invalid, 405, method-not-allowed",
        "PUT, /nme/ext/nothing, 405, method-not-allowed",
        "DELETE, /nme/ext/problems/invalid, 405, method-not-allowed",
        "TRACE, /nme/ext/, 405, method-not-allowed",
        "TRACE, /nme/ext/api/v1/session, 405, method-not-allowed",
        "PATCH, /nme/ext/api/v1/session, 405, method-not-allowed",
        "FOO, /nme/ext/api/v1/dossiers, 405, method-not-allowed",
        "GET, /, 404, not-found",
        "GET, /nothing, 404, not-found",
        "GET, /metrics, 404, not-found",
        "GET, /openapi/, 404, not-found",
        "GET, /health, 404, not-found",
        "GET, /api/health/live, 404, not-found",
        "TRACE, /, 404, not-found",
    })
    void saysEveryErrorAsAProblemWithAnIncidentThatTheLogHas(String method, String path, int status, String code)
            throws Exception {
        String answer = Wire.say(server, method, path, "localhost");
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("application/problem+json", "\"status\":" + status, "\"code\":\"" + code + "\"")
                .contains("\"type\":\"/nme/ext/problems/" + code + "\"")
                .contains("X-Content-Type-Options: nosniff")
                .doesNotContain(NEVER_SAID)
                .doesNotContain("Server:", "X-Powered-By");
        if (status == 405) {
            assertThat(answer).contains("Allow: ");
        }
        String incident = answer.replaceAll("(?s).*\"instance\":\"([^\"]*)\".*", "$1");
        assertThat(server.log()).contains(incident + " " + code);
    }

    @Test
    void tellsTypeTitleStatusCodeDetailAndInstance() {
        Api.Answer answer = api.get("/v1/dossiers/nothing", api.mpToken());
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.fieldNames())
                .toIterable()
                .containsExactly("type", "title", "status", "code", "detail", "instance");
        assertThat(problem.get("detail").asText()).isEqualTo("您访问的内容不存在。");
    }

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void explainsEveryCodeOnAPage(RefusalCode code) {
        Api.Answer page = api.get(server.base() + "/problems/" + code.code(), null);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(new String(page.bytes(), StandardCharsets.UTF_8)).contains("<code>" + code.code() + "</code>");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nme/ext/nothing",
        "GET, /nme/ext/problems/invalid",
        "GET, /nme/ext/api/v1/dossiers",
        "GET, /nme/ext/api/health/live",
        "OPTIONS, /nme/ext/api/v1/session",
        "OPTIONS, /nme/ext/",
    })
    void letsNobodySniff(String method, String path) throws Exception {
        assertThat(Wire.say(server, method, path, "localhost")).contains("X-Content-Type-Options: nosniff");
    }

    @Test
    void keepsPersonalDataOutOfCaches() {
        assertThat(api.get("/v1/dossiers", api.mpToken()).header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(api.get("/v1/dossiers/p-1", api.mpToken()).header("Cache-Control"))
                .isEqualTo("private, no-cache");
    }

    @ParameterizedTest
    @CsvSource({"/nme/ext/api/v1/session, POST", "/nme/ext/api/v1/dossiers/p-1, PUT", "/nme/ext/problems/invalid, HEAD"
    })
    void tellsWhichMethodsThereAre(String path, String one) throws Exception {
        assertThat(Wire.say(server, "OPTIONS", path, "localhost"))
                .matches("(?s)HTTP/1\\.1 20[04] .*")
                .containsPattern("Allow: [^\r]*" + one);
    }

    @Test
    void believesNoHostHeader() throws Exception {
        String no = "host-1";
        api.register(no, "6215");
        Api.Answer uploaded = api.send(api.request("/v1/dossiers/" + no + "/materials/OTHER/images", api.spToken())
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Api.multipart("b", Drawing.jpeg(1)))));
        String own = "http://localhost:" + server.port() + "/nme/ext/api/v1/images/";
        assertThat(uploaded.header("Location")).startsWith(own);

        String seen = Wire.say(
                server,
                "GET",
                "/nme/ext/api/v1/dossiers/" + no,
                "evil.example",
                "Authorization: Bearer " + api.mpToken(),
                "X-Forwarded-Host: evil.example");
        assertThat(seen).startsWith("HTTP/1.1 200 ").contains(own).doesNotContain("evil.example");
        assertThat(Wire.say(server, "GET", "/nme/ext", "evil.example")).doesNotContain("evil.example");
        assertThat(Wire.say(
                        server,
                        "POST",
                        "/nme/ext/api/v1/session",
                        "evil.example",
                        "Authorization: Bearer " + api.candidateToken(no),
                        "X-Forwarded-Proto: https",
                        "Content-Length: 0"))
                .startsWith("HTTP/1.1 201 ")
                .contains("smp-session=")
                .doesNotContain("Secure")
                .doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "5",
                "{",
                "{}}",
                "{} {}",
                "{\"exam\":{\"year\":2021,\"year\":2022}}",
                "{\"facts\":{\"kind\":\"LOCAL\",\"kind\":\"MIL\"}}",
                "{\"exam\":null,\"exam\":null}",
                "{\"unknown\":1}",
                "{\"exam\":{\"unknown\":1}}",
                "{\"facts\":{\"unknown\":1}}",
                "{'exam':null}",
                "{\"exam\":NaN}",
                "{/**/}"
            })
    void takesNoJsonThatIsNotOurs(String json) {
        Api.Answer answer = api.send("PUT", "/v1/dossiers/p-2", api.spToken(), json);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-request");
    }

    @Test
    void takesNoTextThatIsNotUtf8() {
        byte[] latin = Api.registration("6215").replace("张", "é").getBytes(StandardCharsets.ISO_8859_1);
        Api.Answer answer = api.send(api.request("/v1/dossiers/p-2", api.spToken())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(latin)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"year\": 2021 | \"year\": \"2021\" | exam.year",
                "\"year\": 2021 | \"year\": 2021.5 | exam.year",
                "\"year\": 2021 | \"year\": 99999999999 | exam.year",
                "\"year\": 2021 | \"year\": true | exam.year",
                "\"year\": 2021 | \"year\": null | exam.year",
                "\"year\": 2021 | \"year\": 21 | exam.year",
                "\"category\": \"110\" | \"category\": 110 | exam.category",
                "\"code\": \"6215\" | \"code\": \"62-15\" | site.code",
                "\"code\": \"6215\" | \"code\": \"a1\" | site.code",
                "\"code\": \"6215\" | \"code\": \"1234567890123\" | site.code",
                "\"code\": \"6215\" | \"code\": {} | site.code",
                "\"name\": \"张试样\" | \"name\": \"\" | candidate.name",
                "\"name\": \"张试样\" | \"name\": [] | candidate.name",
                "\"kind\": \"LOCAL\" | \"kind\": \"local\" | facts.kind",
                "\"hasAsst\": false | \"hasAsst\": \"false\" | facts.hasAsst",
                "\"units\": 1 | \"units\": 1.5 | facts.units",
                "\"units\": 1 | \"bacEntry\": \"2019-02-30\" | facts.bacEntry",
                "\"units\": 1 | \"bacEntry\": \"2019\" | facts.bacEntry",
                "\"replaces\": null | \"replaces\": \"no such\" | replaces",
                "\"replaces\": null | \"replaces\": \"unknown-one\" | replaces",
            })
    void namesTheMembersThatAreNotValid(String right, String wrong, String member) {
        String json = Api.registration("6215").replace(right.trim(), wrong.trim());
        assertThat(json).isNotEqualTo(Api.registration("6215"));
        Api.Answer answer = api.send("PUT", "/v1/dossiers/p-2", api.spToken(), json);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid");
        assertThat(answer.json().at("/members/0/member").asText()).isEqualTo(member);
        assertThat(api.get("/v1/dossiers/p-2", api.mpToken()).status()).isEqualTo(404);
    }

    @Test
    void saysWhatItDoesNotTakeAndNotGive() {
        Api.Answer text = api.send(api.request("/v1/dossiers/p-2", api.spToken())
                .header("Content-Type", "text/plain")
                .PUT(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.code()).isEqualTo("unsupported-media-type");
        Api.Answer pdf = api.send(api.request("/v1/dossiers/p-1", api.spToken()).header("Accept", "application/pdf"));
        assertThat(pdf.status()).isEqualTo(406);
        assertThat(pdf.code()).isEqualTo("not-acceptable");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void writesTimesWithTheDistrictsOffset() {
        String changedAt = api.get("/v1/dossiers", api.mpToken())
                .json()
                .at("/items/0/changedAt")
                .asText();
        assertThat(changedAt).endsWith("+08:00");
        assertThat(OffsetDateTime.parse(changedAt))
                .isBefore(OffsetDateTime.now().plusMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"})
    void showsHealthsDetailsAndMetricsToThisMachineAndMpAlone(String forwarding) {
        assertThat(api.get("/health/live", null).json().get("status").asText()).isEqualTo("up");
        JsonNode near = api.get("/health/ready", null).json();
        assertThat(near.get("database").asText()).isEqualTo("up");
        assertThat(near.get("freeBytes").asLong()).isPositive();
        assertThat(api.get("/metrics", null).status()).isEqualTo(200);

        HttpRequest.Builder far = api.request("/health/ready", null).header(forwarding, "192.0.2.7");
        JsonNode plain = api.send(far).json();
        assertThat(plain.fieldNames()).toIterable().containsExactly("status");
        assertThat(api.send(api.request("/metrics", null).header(forwarding, "192.0.2.7"))
                        .status())
                .isEqualTo(404);
        assertThat(api.send(api.request("/metrics", api.spToken()).header(forwarding, "192.0.2.7"))
                        .status())
                .isEqualTo(404);

        assertThat(api.send(api.request("/health/ready", api.mpToken()).header(forwarding, "192.0.2.7"))
                        .json()
                        .has("database"))
                .isTrue();
        Api.Answer metrics = api.send(api.request("/metrics", api.mpToken()).header(forwarding, "192.0.2.7"));
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.header("Content-Type")).startsWith("text/plain");
        assertThat(new String(metrics.bytes(), StandardCharsets.UTF_8)).contains("# TYPE smp_heap_used_bytes gauge");
    }
}
