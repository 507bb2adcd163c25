package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.medexam.smp.server.openapi.OpenApiDocument;
import org.medexam.smp.server.openapi.OpenApiDocument.Operation;

/** The description is served, can be read on its page, and real answers are as it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.shared();

    private static final String NO = "D-0001";
    private static final String SITE = "6218";
    private static final String DOSSIER = "/v1/dossiers/{no}";
    private static final String UPLOAD = "/v1/dossiers/{no}/materials/{code}/images";
    private static final String IMAGE = "/v1/images/{id}";
    private static final String SESSION = "/v1/session";

    private SmpServer server;
    private Api api;
    private OpenApiDocument document;
    private String image;
    private String cookie;

    @BeforeAll
    void prepare() {
        server = SMP.server();
        api = SMP.api();
        document = new OpenApiDocument(api.get("/openapi.json", null).json());
        assertThat(api.register(NO, SITE).status()).isEqualTo(201);
        image = api.upload(NO, "DIPLOMA", api.candidateToken(NO), DrawnPicture.jpeg(1))
                .json()
                .get("id")
                .asText();
        cookie = api.send("POST", SESSION, api.candidateToken(NO), null)
                .header("Set-Cookie")
                .split(";")[0];
    }

    /** One call, and what the description must know of it. */
    record Row(String what, String method, String path, int status, Supplier<Api.Answer> call) {
        @Override
        public String toString() {
            return method + " " + path + " " + status + ": " + what;
        }
    }

    private Row row(String what, String method, String path, int status, Supplier<Api.Answer> call) {
        return new Row(what, method, path, status, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"sessions", "dossiers", "uploads", "pictures", "links", "catalogues", "changes", "operation"})
    void aRealAnswerIsAsDescribed(Row row) {
        Api.Answer answer = row.call().get();

        assertThat(answer.status())
                .as(() -> new String(answer.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(row.status());
        String type = answer.bytes().length == 0 ? null : answer.header("Content-Type");
        boolean json = type != null && type.contains("json");
        assertThat(document.faults(
                        new Operation(row.method(), row.path()), answer.status(), type, json ? answer.json() : null))
                .isEmpty();
    }

    Stream<Row> sessions() {
        return Stream.of(
                row(
                        "candidate's ticket",
                        "POST",
                        SESSION,
                        201,
                        () -> api.send("POST", SESSION, api.candidateToken(NO), null)),
                row(
                        "district reviewer's ticket",
                        "POST",
                        SESSION,
                        201,
                        () -> api.send("POST", SESSION, api.districtReviewerToken(), null)),
                row(
                        "site reviewer's ticket",
                        "POST",
                        SESSION,
                        201,
                        () -> api.send("POST", SESSION, api.siteReviewerToken("6215"), null)),
                row("a system's ticket", "POST", SESSION, 403, () -> api.send("POST", SESSION, api.spToken(), null)),
                row("no JSON", "POST", SESSION, 400, () -> api.send("POST", SESSION, null, "{")),
                row(
                        "wrong password",
                        "POST",
                        SESSION,
                        401,
                        () -> api.send("POST", SESSION, null, "{\"username\": \"nobody\", \"password\": \"made up\"}")),
                row(
                        "no password",
                        "POST",
                        SESSION,
                        422,
                        () -> api.send("POST", SESSION, null, "{\"username\": \"nobody\"}")),
                row("nothing at all", "POST", SESSION, 401, () -> api.send("POST", SESSION, null, null)),
                row(
                        "XML",
                        "POST",
                        SESSION,
                        415,
                        () -> api.send(api.request(SESSION, null)
                                .header("Content-Type", "application/xml")
                                .POST(BodyPublishers.ofString("<login/>")))),
                row("with the cookie", "GET", SESSION, 200, () -> api.send(withCookie(SESSION))),
                row("without", "GET", SESSION, 401, () -> api.get(SESSION, null)),
                row("a system", "GET", SESSION, 403, () -> api.get(SESSION, api.mpToken())),
                row(
                        "without the check value",
                        "DELETE",
                        SESSION,
                        403,
                        () -> api.send(withCookie(SESSION).DELETE())),
                row("with another", "DELETE", SESSION, 204, this::leave));
    }

    Stream<Row> dossiers() {
        return Stream.of(
                row("new", "PUT", DOSSIER, 201, () -> api.register("D-0002", "6215")),
                row("again", "PUT", DOSSIER, 200, () -> api.register(NO, SITE)),
                row("no body", "PUT", DOSSIER, 400, () -> api.send("PUT", "/v1/dossiers/D-3", api.spToken(), "")),
                row(
                        "unknown member",
                        "PUT",
                        DOSSIER,
                        400,
                        () -> api.send("PUT", "/v1/dossiers/D-3", api.spToken(), "{\"more\": 1}")),
                row(
                        "no ticket",
                        "PUT",
                        DOSSIER,
                        401,
                        () -> api.send("PUT", "/v1/dossiers/D-3", null, Api.registration("6215"))),
                row(
                        "MP",
                        "PUT",
                        DOSSIER,
                        403,
                        () -> api.send("PUT", "/v1/dossiers/D-3", api.mpToken(), Api.registration("6215"))),
                row(
                        "a session without check value",
                        "PUT",
                        DOSSIER,
                        403,
                        () -> api.send(withCookie("/v1/dossiers/D-3").PUT(BodyPublishers.ofString("{}")))),
                row("wrong site", "PUT", DOSSIER, 422, () -> api.register("D-3", "62-15")),
                row(
                        "wrong type",
                        "PUT",
                        DOSSIER,
                        422,
                        () -> api.send("PUT", "/v1/dossiers/D-3", api.spToken(), "{\"exam\": {\"year\": \"2021\"}}")),
                row(
                        "no JSON by its type",
                        "PUT",
                        DOSSIER,
                        415,
                        () -> api.send(api.request("/v1/dossiers/D-3", api.spToken())
                                .header("Content-Type", "text/plain")
                                .PUT(BodyPublishers.ofString(Api.registration("6215"))))),
                row("MP", "GET", DOSSIER, 200, () -> api.get("/v1/dossiers/" + NO, api.mpToken())),
                row("candidate", "GET", DOSSIER, 200, () -> api.get("/v1/dossiers/" + NO, api.candidateToken(NO))),
                row(
                        "unchanged",
                        "GET",
                        DOSSIER,
                        304,
                        () -> api.send(api.request("/v1/dossiers/" + NO, api.spToken())
                                .header(
                                        "If-None-Match",
                                        api.get("/v1/dossiers/" + NO, api.spToken())
                                                .header("ETag")))),
                row("another's", "GET", DOSSIER, 404, () -> api.get("/v1/dossiers/" + NO, api.candidateToken("X-1"))),
                row("SP", "GET", "/v1/dossiers", 200, () -> api.get("/v1/dossiers?limit=1", api.spToken())),
                row("last page", "GET", "/v1/dossiers", 200, () -> api.get("/v1/dossiers?site=" + SITE, api.spToken())),
                row("candidate", "GET", "/v1/dossiers", 403, () -> api.get("/v1/dossiers", api.candidateToken(NO))),
                row("wrong limit", "GET", "/v1/dossiers", 422, () -> api.get("/v1/dossiers?limit=201", api.spToken())),
                row("by name", "POST", "/v1/dossiers/search", 200, () -> search("{\"text\": \"张试样\"}")),
                row("no text", "POST", "/v1/dossiers/search", 422, () -> search("{\"text\": \" \"}")),
                row("no JSON", "POST", "/v1/dossiers/search", 400, () -> search("[")),
                row(
                        "site reviewer of elsewhere",
                        "GET",
                        DOSSIER,
                        404,
                        () -> api.get("/v1/dossiers/" + NO, api.siteReviewerToken("6201"))));
    }

    Stream<Row> uploads() {
        String candidate = api.candidateToken(NO);
        return Stream.of(
                row("new", "POST", UPLOAD, 201, () -> api.upload(NO, "OTHER", candidate, DrawnPicture.jpeg(2))),
                row("again", "POST", UPLOAD, 200, () -> api.upload(NO, "DIPLOMA", candidate, DrawnPicture.jpeg(1))),
                row(
                        "no multipart",
                        "POST",
                        UPLOAD,
                        415,
                        () -> api.send("POST", "/v1/dossiers/" + NO + "/materials/OTHER/images", candidate, "{}")),
                row(
                        "cut off",
                        "POST",
                        UPLOAD,
                        400,
                        () -> api.send(api.request("/v1/dossiers/" + NO + "/materials/OTHER/images", candidate)
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofString("--x\r\n")))),
                row("MP", "POST", UPLOAD, 403, () -> api.upload(NO, "OTHER", api.mpToken(), DrawnPicture.jpeg(3))),
                row(
                        "unknown material",
                        "POST",
                        UPLOAD,
                        404,
                        () -> api.upload(NO, "NONE", candidate, DrawnPicture.jpeg(3))),
                row("too large", "POST", UPLOAD, 413, () -> api.upload(NO, "OTHER", candidate, new byte[204_801])),
                row(
                        "a text",
                        "POST",
                        UPLOAD,
                        415,
                        () -> api.upload(NO, "OTHER", candidate, "GIF89a".getBytes(StandardCharsets.UTF_8))),
                row(
                        "cut picture",
                        "POST",
                        UPLOAD,
                        422,
                        () -> api.upload(NO, "OTHER", candidate, Arrays.copyOf(DrawnPicture.jpeg(3), 2000))));
    }

    Stream<Row> pictures() {
        String path = "/v1/images/" + image;
        return Stream.of(
                row("whole", "GET", IMAGE, 200, () -> api.get(path, api.mpToken())),
                row(
                        "a part",
                        "GET",
                        IMAGE,
                        206,
                        () -> api.send(api.request(path, api.mpToken()).header("Range", "bytes=0-9"))),
                row(
                        "behind the end",
                        "GET",
                        IMAGE,
                        416,
                        () -> api.send(api.request(path, api.mpToken()).header("Range", "bytes=999999-"))),
                row("unknown", "GET", IMAGE, 404, () -> api.get("/v1/images/0", api.mpToken())),
                row(
                        "headers",
                        "HEAD",
                        IMAGE,
                        200,
                        () -> api.send(api.request(path, api.mpToken()).method("HEAD", BodyPublishers.noBody()))),
                row("MP", "DELETE", IMAGE, 403, () -> api.send("DELETE", path, api.mpToken(), null)),
                row("unknown", "DELETE", IMAGE, 404, () -> api.send("DELETE", "/v1/images/0", api.spToken(), null)),
                row("small", "GET", IMAGE + "/thumbnail", 200, () -> api.get(path + "/thumbnail", api.mpToken())),
                row(
                        "unknown",
                        "GET",
                        IMAGE + "/thumbnail",
                        404,
                        () -> api.get("/v1/images/0/thumbnail", api.mpToken())),
                row(
                        "MP",
                        "GET",
                        DOSSIER + "/archive.zip",
                        200,
                        () -> api.get("/v1/dossiers/" + NO + "/archive.zip", api.mpToken())),
                row(
                        "SP",
                        "GET",
                        DOSSIER + "/archive.zip",
                        403,
                        () -> api.get("/v1/dossiers/" + NO + "/archive.zip", api.spToken())));
    }

    Stream<Row> catalogues() {
        String one = "/v1/catalogues/{id}";
        String resolution = one + "/resolution";
        String sample = one + "/materials/{code}/sample";
        return Stream.of(
                row("SP", "GET", "/v1/catalogues", 200, () -> api.get("/v1/catalogues", api.spToken())),
                row("nobody", "GET", "/v1/catalogues", 401, () -> api.get("/v1/catalogues", null)),
                row("baiyin", "GET", one, 200, () -> api.get("/v1/catalogues/baiyin-2021", api.mpToken())),
                row("weihai", "GET", one, 200, () -> api.get("/v1/catalogues/weihai-2020", api.mpToken())),
                row("hunan", "GET", one, 200, () -> api.get("/v1/catalogues/hunan-2021", api.mpToken())),
                row("unnamed", "GET", one, 200, () -> api.get("/v1/catalogues/unnamed-2022", api.mpToken())),
                row("shijiazhuang", "GET", one, 200, () -> api.get("/v1/catalogues/shijiazhuang-2022", api.mpToken())),
                row("unknown", "GET", one, 404, () -> api.get("/v1/catalogues/none", api.mpToken())),
                row("known facts", "POST", resolution, 200, () -> resolve("{\"facts\": {\"kind\": \"HMT\"}}")),
                row("who may not sit", "POST", resolution, 200, () -> resolve("""
                        {"facts": {"level": "RURAL", "empl": "CLINIC"}}""")),
                row("another value", "POST", resolution, 422, () -> resolve("{\"facts\": {\"kind\": \"X\"}}")),
                row("another fact", "POST", resolution, 400, () -> resolve("{\"facts\": {\"x\": 1}}")),
                row(
                        "a session without check value",
                        "POST",
                        resolution,
                        403,
                        () -> api.send(withCookie("/v1/catalogues/hunan-2021/resolution")
                                .POST(BodyPublishers.ofString("{}")))),
                row(
                        "a page",
                        "GET",
                        sample,
                        200,
                        () -> api.get("/v1/catalogues/baiyin-2021/materials/ID_DOC/sample", null)),
                row(
                        "no picture",
                        "GET",
                        sample + "/picture",
                        404,
                        () -> api.get("/v1/catalogues/baiyin-2021/materials/ID_DOC/sample/picture", null)),
                row("candidate", "GET", "/v1/window", 200, () -> api.get("/v1/window", api.candidateToken(NO))));
    }

    private Api.Answer resolve(String facts) {
        return api.send("POST", "/v1/catalogues/shijiazhuang-2022/resolution", api.spToken(), facts);
    }

    Stream<Row> links() {
        String path = "/v1/dossiers/" + NO + "/links";
        String linked = "/v1/linked-images/{id}";
        return Stream.of(
                row("MP", "POST", DOSSIER + "/links", 200, this::makeLinks),
                row("no reviewer", "POST", DOSSIER + "/links", 422, () -> api.send("POST", path, api.mpToken(), "{}")),
                row("no JSON", "POST", DOSSIER + "/links", 400, () -> api.send("POST", path, api.mpToken(), "{")),
                row("SP", "POST", DOSSIER + "/links", 403, () -> api.send("POST", path, api.spToken(), "{}")),
                row("picture", "GET", linked, 200, () -> api.get(link("url"), null)),
                row("altered", "GET", linked, 404, () -> api.get(link("url") + "0", null)),
                row(
                        "no number",
                        "GET",
                        linked,
                        404,
                        () -> api.get("/v1/linked-images/" + image + "?expires=soon&signature=x", null)),
                row("thumbnail", "GET", linked + "/thumbnail", 200, () -> api.get(link("thumbnailUrl"), null)),
                row("altered", "GET", linked + "/thumbnail", 404, () -> api.get(link("thumbnailUrl") + "0", null)));
    }

    Stream<Row> changes() {
        String path = "/v1/changes";
        return Stream.of(
                row("MP", "GET", path, 200, () -> api.get(path, api.mpToken())),
                row("SP", "GET", path, 200, () -> api.get(path + "?after=0&limit=1&wait=0", api.spToken())),
                row("a wait in vain", "GET", path, 200, () -> api.get(path + "?wait=1&after=" + next(), api.mpToken())),
                row("no number", "GET", path, 422, () -> api.get(path + "?after=now", api.mpToken())),
                row("no ticket", "GET", path, 401, () -> api.get(path, null)),
                row("candidate", "GET", path, 403, () -> api.get(path, api.candidateToken(NO))));
    }

    private String next() {
        return api.get("/v1/changes?limit=1000", api.mpToken())
                .json()
                .get("next")
                .asText();
    }

    private Api.Answer makeLinks() {
        return api.send("POST", "/v1/dossiers/" + NO + "/links", api.mpToken(), "{\"reviewer\": \"考区审核员甲\"}");
    }

    private String link(String which) {
        return makeLinks().json().at("/images/0/" + which).asText();
    }

    Stream<Row> operation() {
        return Stream.of(
                row("anyone", "GET", "/health/live", 200, () -> api.get("/health/live", null)),
                row("this machine", "GET", "/health/ready", 200, () -> api.get("/health/ready", null)),
                row("through a proxy", "GET", "/health/ready", 200, () -> api.send(forwarded("/health/ready"))),
                row("this machine", "GET", "/metrics", 200, () -> api.get("/metrics", null)),
                row("through a proxy", "GET", "/metrics", 404, () -> api.send(forwarded("/metrics"))),
                row("anyone", "GET", "/openapi.json", 200, () -> api.get("/openapi.json", null)),
                row("anyone", "GET", "/", 200, () -> api.get("/", null)),
                row("without its slash", "GET", "/", 303, () -> api.get("", null)));
    }

    private HttpRequest.Builder forwarded(String path) {
        return api.request(path, null).header("X-Forwarded-For", "192.0.2.7");
    }

    private HttpRequest.Builder withCookie(String path) {
        return api.request(path, null).header("Cookie", cookie).header("Content-Type", "application/json");
    }

    private Api.Answer search(String json) {
        return api.send("POST", "/v1/dossiers/search", api.spToken(), json);
    }

    private Api.Answer leave() {
        Api.Answer entered = api.send("POST", SESSION, api.candidateToken(NO), null);
        return api.send(api.request(SESSION, null)
                .header("Cookie", entered.header("Set-Cookie").split(";")[0])
                .header("X-CSRF-Token", entered.json().get("csrf").asText())
                .DELETE());
    }

    /** The page sits at the API's own address and must not answer for what is below it. */
    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/nothing,     404, not-found",
        "GET,    /nothing,        404, not-found",
        "GET,    /openapi.yaml,   404, not-found",
        "GET,    /openapi.json/x, 404, not-found",
        "DELETE, /,               405, method-not-allowed",
        "POST,   /openapi.json,   405, method-not-allowed",
    })
    void whatNobodyDescribedIsRefused(String method, String path, int status, String code) {
        Api.Answer answer = api.send(method, path, api.spToken(), null);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void whatIsServedIsWhatTheBuildMade() {
        assertThat(document.json()).isEqualTo(OpenApiDocument.built().json());
    }

    @Test
    void theAddressWithoutSlashLeadsToThePage() {
        assertThat(api.get("", null).header("Location")).isEqualTo("/nme/ext/api/");
    }

    @Test
    void thePageBringsAllItNeedsAndRunsNothingElse() {
        Api.Answer page = api.get("/", null);
        String html = new String(page.bytes(), StandardCharsets.UTF_8);

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(html).doesNotContain("http://", "https://").doesNotContainPattern("<script>|\\son[a-z]+=|style=");
        URI base = URI.create(server.api() + "/");
        assertThat(Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(html).results())
                .hasSize(5)
                .extracting(link -> link.group(1))
                .filteredOn(link -> !link.startsWith("data:"))
                .allSatisfy(link -> {
                    Api.Answer file = api.get(base.resolve(link).toString(), null);
                    assertThat(file.status()).isEqualTo(200);
                    assertThat(file.header("Content-Type"))
                            .contains(link.endsWith(".css") ? "css" : link.endsWith(".js") ? "javascript" : "json");
                });
    }
}
