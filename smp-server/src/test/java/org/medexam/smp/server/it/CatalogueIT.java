package org.medexam.smp.server.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.cataloguefile.CatalogueFiles;

/** Contract §4 "Catalogue": the five notices on the wire, applicants resolved, the window, and the page behind 示例. */
class CatalogueIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.own().prepare(CatalogueIT::prepare);

    private static final String PASSWORD = "Shi-yan-2021!";
    private static final String HOSTILE = "<img src=x onerror=alert(1)> \"&\"";
    private static final Catalogue BUILT_IN = new CatalogueFiles(ZoneId.of("Asia/Shanghai")).builtIn();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A local bachelor at a hospital of whom everything is known and nothing is unusual. */
    private static final String PLAIN = "kind=LOCAL level=LIC edu=BAC tcm=NONE pg=DONE empl=MED units=1 entryYear=2000"
            + " gradYear=2005 bacEntry=2000-09-01 pgEntry=2006-09-01 asstRegOn=2010-01-01 tcmCertOn=2010-01-01"
            + " major=临床医学 trialPost=内科 inProvince=true hasAsst=false fresh=false upgraded=false fullTime=false"
            + " foreignDeg=false hmtDeg=false addon=false regShort=false licLost=false idLost=false diplomaLost=false"
            + " civInArmy=false orgChanged=false repeat=false";

    private final SmpServer server = SMP.server();
    private final Api api = SMP.api();

    /** Registers a dossier with a catalogue that is removed before the tests. */
    private static void prepare(SmpServer server) throws Exception {
        new Accounts(server, PASSWORD).addKeeper("zhuanguan", "专管员己");
        Path folder = Files.createDirectories(server.home().resolve("conf/catalogues"));
        Path removed = Files.writeString(folder.resolve("removed.yaml"), copyOfWeihai("removed-2020"));
        server.with("smp.catalogue", "removed-2020").start();
        assertThat(new Api(server).register("gone-1", "GONE").status()).isEqualTo(201);
        server.stop();

        Files.delete(removed);
        Files.writeString(
                folder.resolve("own.yaml"),
                copyOfWeihai("own-2030").replace("name: 学生证", "name: 学生证\n    note: '" + HOSTILE + "'"));
        Path samples = Files.createDirectories(folder.resolve("samples/baiyin-2021"));
        Files.write(samples.resolve("ID_DOC.jpg"), DrawnPicture.jpeg(1, 600, 400));
        server.with("smp.catalogue", "baiyin-2021");
    }

    @BeforeAll
    static void register() {
        assertThat(SMP.api().register("cat-1", "6215").status()).isEqualTo(201);
    }

    private static String copyOfWeihai(String id) {
        return new String(CatalogueFiles.builtInFile("weihai-2020").orElseThrow(), StandardCharsets.UTF_8)
                .replace("id: weihai-2020", "id: " + id);
    }

    @Test
    void theFiveAndTheDistrictsOwnAreListed() {
        JsonNode items = api.get("/v1/catalogues", api.spToken()).json().get("items");

        assertThat(items.findValuesAsText("id"))
                .containsExactly(
                        "baiyin-2021", "hunan-2021", "own-2030", "shijiazhuang-2022", "unnamed-2022", "weihai-2020");
        JsonNode baiyin = items.get(0);
        assertThat(baiyin.fieldNames()).toIterable().containsExactly("id", "name", "notice", "window", "current");
        assertThat(baiyin.get("current").asBoolean()).isTrue();
        assertThat(items.get(5).get("current").asBoolean()).isFalse();
        assertThat(baiyin.at("/notice/short").asText()).isEqualTo("白银2021");
        assertThat(baiyin.at("/window/opensAt").asText()).isEqualTo("2021-01-10T00:00:00+08:00");
        assertThat(baiyin.at("/window/closesAt").asText()).isEqualTo("2021-01-26T00:00:00+08:00");
        assertThat(items.get(1).at("/window/opensAt").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"baiyin-2021", "weihai-2020", "hunan-2021", "unnamed-2022", "shijiazhuang-2022"})
    void eachIsShownWhole(String id) {
        Profile profile = BUILT_IN.profile(id).orElseThrow();
        Api.Answer answer = api.get("/v1/catalogues/" + id, api.mpToken());
        JsonNode shown = answer.json();

        assertThat(shown.fieldNames())
                .toIterable()
                .containsExactly("id", "name", "notice", "window", "current", "texts", "materials", "rules");
        assertThat(shown.at("/texts/title").asText()).isEqualTo(profile.texts().title());
        assertThat(shown.at("/texts/commitment/text").asText())
                .isEqualTo(profile.commitment().text());
        assertThat(shown.at("/texts/penalties")).hasSameSizeAs(profile.texts().penalties());
        assertThat(texts(shown.get("materials"), "code"))
                .isEqualTo(profile.materials().stream().map(MaterialEntry::code).toList());
        assertThat(texts(shown.get("materials"), "name"))
                .isEqualTo(profile.materials().stream().map(MaterialEntry::name).toList());
        List<JsonNode> demands = shown.get("rules").findParents("exactly");
        assertThat(demands.stream().map(demand -> demand.get("source").asText()))
                .containsExactlyInAnyOrderElementsOf(profile.rules()
                        .allDemands()
                        .map(demand -> demand.clause().source().text())
                        .toList());
        assertThat(texts(shown.at("/rules/groups"), "name"))
                .isEqualTo(profile.rules().groups().stream()
                        .map(group -> group.name())
                        .toList());
        assertThat(shown.at("/rules/refused")).hasSameSizeAs(profile.rules().refused());

        Api.Answer unchanged = api.send(
                api.request("/v1/catalogues/" + id, api.mpToken()).header("If-None-Match", answer.header("ETag")));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.bytes()).isEmpty();
    }

    @Test
    void aConditionIsShownAsItStandsInTheFile() {
        JsonNode rules = api.get("/v1/catalogues/shijiazhuang-2022", api.spToken())
                .json()
                .get("rules");
        assertThat(texts(rules.get("refused"), "when"))
                .contains("level == 'LIC' && edu == 'PG' && pg == 'THIS_YEAR' && inProvince == false");
        assertThat(rules.findParents("exactly"))
                .anyMatch(demand -> demand.get("when").isNull());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            baiyin-2021       ; edu=COL hasAsst=true units=2     ; ID_DOC*3 DIPLOMA PRACTICE*2 ORG_LIC ASST_QUAL ASST_LIC
            weihai-2020       ; edu=PG pg=THIS_YEAR              ; ID_DOC*3 STUDENT PG_COMMIT
            hunan-2021        ; upgraded=true bacEntry=2015-09-01 ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE COL_DIPLOMA
            unnamed-2022      ; level=ASST tcm=SHICHENG          ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC SHICHENG@DIPLOMA
            shijiazhuang-2022 ; level=ASST edu=SEC               ; ID_DOC*3 DIPLOMA*2 SEC_AUTH PROBATION MENTOR ORG_LIC
            """)
    void anApplicantIsResolved(String id, String facts, String expected) {
        JsonNode resolution = resolve(id, facts(PLAIN + " " + facts)).json();

        assertThat(resolution.fieldNames())
                .toIterable()
                .containsExactly("upload", "covered", "materials", "refused", "missing");
        assertThat(resolution.get("upload").asBoolean()).isTrue();
        assertThat(resolution.get("covered").asBoolean()).isTrue();
        assertThat(resolution.get("missing")).isEmpty();
        List<JsonNode> materials = elements(resolution.get("materials"));
        List<JsonNode> required =
                materials.stream().filter(CatalogueIT::isRequired).toList();
        assertThat(required.stream().map(CatalogueIT::written)).containsExactlyInAnyOrder(expected.split(" "));
        assertThat(materials.subList(0, required.size())).isEqualTo(required);
        assertThat(materials).hasSameSizeAs(BUILT_IN.profile(id).orElseThrow().materials());
        assertThat(materials.get(0).fieldNames())
                .toIterable()
                .containsExactly("code", "name", "required", "minCount", "maxCount", "slot", "source");
        String notice = BUILT_IN.profile(id).orElseThrow().notice().shortName();
        assertThat(required)
                .allSatisfy(
                        material -> assertThat(material.get("source").asText()).startsWith(notice + " "));
    }

    private static boolean isRequired(JsonNode material) {
        return material.get("required").asBoolean();
    }

    /** E.g. {@code SHICHENG@DIPLOMA}, {@code ID_DOC*3}. */
    private static String written(JsonNode material) {
        int least = material.get("minCount").asInt();
        return material.get("code").asText()
                + (least == 1 ? "" : "*" + least)
                + (material.get("slot").isNull()
                        ? ""
                        : "@" + material.get("slot").asText());
    }

    @Test
    void whoeverFitsNoRuleWhoUploadsNothingAndWhoMayNotSitIsSaid() {
        JsonNode foreigner =
                resolve("weihai-2020", facts(PLAIN + " kind=FOREIGN")).json();
        assertThat(foreigner.get("covered").asBoolean()).isFalse();
        assertThat(elements(foreigner.get("materials")).stream()
                        .filter(CatalogueIT::isRequired)
                        .map(CatalogueIT::written))
                .containsExactly("ID_DOC*3");

        JsonNode soldier = resolve("baiyin-2021", facts("kind=MIL")).json();
        assertThat(soldier.get("upload").asBoolean()).isFalse();
        assertThat(soldier.get("missing")).isEmpty();

        JsonNode refused = resolve("shijiazhuang-2022", facts(PLAIN + " edu=PG pg=THIS_YEAR inProvince=false"))
                .json();
        assertThat(refused.at("/refused/0/text").asText()).isEqualTo("外省应届研究生不予受理报名申请。");
        assertThat(refused.at("/refused/0/source").asText()).startsWith("石家庄2022 附件1 三(一)1：毕业当年报考的");
    }

    @Test
    void whatIsNotKnownIsNamedAndNeverGuessed() {
        JsonNode nothing = resolve("hunan-2021", "{}").json();
        assertThat(StreamSupport.stream(nothing.get("missing").spliterator(), false)
                        .map(JsonNode::asText))
                .contains("level", "edu", "hasAsst");
        assertThat(resolve("hunan-2021", "{\"facts\": null}").json()).isEqualTo(nothing);
        assertThat(resolve("hunan-2021", "{\"facts\": {\"level\": null}}").json())
                .isEqualTo(nothing);
        JsonNode entry = resolve("hunan-2021", facts(PLAIN.replace(" bacEntry=2000-09-01", "") + " upgraded=true"))
                .json();
        assertThat(entry.get("missing")).singleElement().isEqualTo(JSON.valueToTree("bacEntry"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"facts": {"edu": "BACK"}}                 | 422 | invalid           | facts.edu
            {"facts": {"edu": 3}}                      | 422 | invalid           | facts.edu
            {"facts": {"hasAsst": "yes"}}              | 422 | invalid           | facts.hasAsst
            {"facts": {"units": 1.5}}                  | 422 | invalid           | facts.units
            {"facts": {"units": 99999999999}}          | 422 | invalid           | facts.units
            {"facts": {"bacEntry": "2015-02-30"}}      | 422 | invalid           | facts.bacEntry
            {"facts": {"major": ["医学"]}}              | 422 | invalid           | facts.major
            {"facts": {"hobby": "chess"}}              | 400 | malformed-request | facts.hobby
            {"facts": []}                              | 422 | invalid           | facts
            {"fact": {}}                               | 400 | malformed-request |
            []                                         | 400 | malformed-request |
            {                                          | 400 | malformed-request |
            ``                                         | 400 | malformed-request |
            """)
    void namesWhatIsWrongWithTheFacts(String body, int status, String code, String member) {
        Api.Answer answer = resolve("baiyin-2021", body == null ? "" : body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().at("/members/0/member").asText()).isEqualTo(member == null ? "" : member);
    }

    @Test
    void everyWrongFactIsNamedAtOnce() {
        JsonNode members = resolve("baiyin-2021", facts("edu=X level=Y hasAsst=true"))
                .json()
                .get("members");
        assertThat(texts(members, "member")).containsExactly("facts.edu", "facts.level");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/catalogues/baiyin-2020, 404",
        "GET, /v1/catalogues/Baiyin-2021, 404",
        "GET, /v1/catalogues/..%2Fbaiyin-2021, 404",
        "POST, /v1/catalogues/baiyin-2020/resolution, 404",
        "DELETE, /v1/catalogues/baiyin-2021, 405",
        "GET, /v1/catalogues/baiyin-2021/resolution, 405",
        "POST, /v1/window, 405",
    })
    void saysNoToWhatIsNotThere(String method, String path, int status) {
        assertThat(api.send(method, path, api.spToken(), method.equals("POST") ? "{\"facts\": {}}" : null)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void everyCallerMayAskAndNobodyElse() {
        List<String> tokens = List.of(
                api.spToken(),
                api.mpToken(),
                api.candidateToken("cat-1"),
                api.districtReviewerToken(),
                api.siteReviewerToken("6215"));
        for (String path : List.of("/v1/catalogues", "/v1/catalogues/hunan-2021", "/v1/window")) {
            for (String token : tokens) {
                assertThat(api.get(path, token).status()).as(path).isEqualTo(200);
            }
            assertThat(api.get(path, null).code()).isEqualTo("ticket-missing");
        }
        String path = "/v1/catalogues/hunan-2021/resolution";
        for (String token : tokens) {
            assertThat(api.send("POST", path, token, "{\"facts\": {}}").status())
                    .isEqualTo(200);
        }
        assertThat(api.send("POST", path, null, "{\"facts\": {}}").status()).isEqualTo(401);
    }

    @Test
    void anAccountKeepersSessionMayAskToo() {
        Api.Answer entered = api.send(
                "POST", "/v1/session", null, "{\"username\": \"zhuanguan\", \"password\": \"%s\"}".formatted(PASSWORD));
        String cookie = entered.header("Set-Cookie").split(";")[0];

        assertThat(api.send(api.request("/v1/catalogues", null).header("Cookie", cookie))
                        .status())
                .isEqualTo(200);
        for (boolean withCsrf : new boolean[] {true, false}) {
            assertThat(api.send(api.request("/v1/catalogues/hunan-2021/resolution", null)
                                    .header("Cookie", cookie)
                                    .header("Content-Type", "application/json")
                                    .header(
                                            "X-CSRF-Token",
                                            withCsrf
                                                    ? entered.json().get("csrf").asText()
                                                    : "guessed")
                                    .POST(BodyPublishers.ofString("{\"facts\": {}}")))
                            .status())
                    .isEqualTo(withCsrf ? 200 : 403);
        }
    }

    /** The catalogue's beginning, the settings' end. */
    @Test
    void theWindowIsTheCatalogueAsTheSettingsHaveIt() throws Exception {
        assertThat(api.get("/v1/window", api.spToken()).json()).isEqualTo(JSON.readTree("""
                        {"opensAt": "2021-01-10T00:00:00+08:00", "closesAt": "2100-01-01T00:00:00+08:00", "open": true}
                        """));
    }

    @Test
    void aMaterialLeadsToItsSampleWhereThereIsOne() {
        JsonNode materials = api.get("/v1/dossiers/cat-1", api.candidateToken("cat-1"))
                .json()
                .get("materials");
        String address = material(materials, "ID_DOC").get("sampleUrl").asText();
        assertThat(address).isEqualTo(server.api() + "/v1/catalogues/baiyin-2021/materials/ID_DOC/sample");
        assertThat(material(materials, "DIPLOMA").get("sampleUrl").isNull()).isTrue();
        assertThat(material(materials, "XUEXIN").get("sampleUrl").asText()).endsWith("/XUEXIN/sample");
        assertThat(material(
                                api.get("/v1/catalogues/baiyin-2021", api.spToken())
                                        .json()
                                        .get("materials"),
                                "ID_DOC")
                        .get("sampleUrl")
                        .asText())
                .isEqualTo(address);

        Api.Answer page = api.get(address, null);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("script-src");
        Api.Answer picture = api.get(address + "/picture", null);
        assertThat(picture.bytes()).isEqualTo(DrawnPicture.jpeg(1, 600, 400));
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/catalogues/baiyin-2021/materials/DIPLOMA/sample",
                "/v1/catalogues/baiyin-2021/materials/XUEXIN/sample/picture",
                "/v1/catalogues/baiyin-2021/materials/NONE/sample",
                "/v1/catalogues/none/materials/ID_DOC/sample",
                "/v1/catalogues/samples/materials/ID_DOC/sample/picture",
                "/v1/catalogues/baiyin-2021/materials/id_doc/sample/picture",
                "/v1/catalogues/baiyin-2021/materials/ID_DOC.jpg/sample/picture",
                "/v1/catalogues/baiyin-2021/materials/..%2Fbaiyin-2021%2FID_DOC/sample/picture",
            })
    void whereThereIsNoSampleThereIsNothing(String path) {
        assertThat(api.get(path, null).code()).isEqualTo("not-found");
    }

    @Test
    void aCandidateSeesTheSamplePage() {
        try (Chromium chromium = new Chromium();
                Chromium.Window window = chromium.phone()) {
            Page page = window.page();
            Response answer = page.navigate(server.api() + "/v1/catalogues/baiyin-2021/materials/ID_DOC/sample");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(page).hasTitle("有效身份证明");
            assertThat(page.locator("h1")).hasText("有效身份证明");
            assertThat(page.locator("img")).hasJSProperty("naturalWidth", 600);
            assertThat(page.locator("main")).containsText("本人手持身份证内第一面一张，共三张。");
            assertThat(page.locator("main")).containsText("军官证");
            assertThat(page.locator("blockquote").first()).containsText("请上传与报名信息一致的有效身份证正反两面照片");
            assertThat(page.locator("blockquote").first()).containsText("白银2021 附件9 图2");
            assertThat(window.scrollsSideways()).isFalse();
            assertThat(window.complaints()).isEmpty();
            window.screenshotOfAll("sample");

            page.navigate(server.api() + "/v1/catalogues/own-2030/materials/STUDENT/sample");
            assertThat(page.locator("main")).containsText(HOSTILE);
            assertThat(page.locator("img")).hasCount(0);
            assertThat(window.complaints()).isEmpty();
            window.screenshotOfAll("sample-without-picture");
        }
    }

    @Test
    void whoHandsInOnPaperUploadsNothing() {
        String soldier = Api.registration("6215").replace("\"kind\": \"LOCAL\"", "\"kind\": \"MIL\"");
        assertThat(api.send("PUT", "/v1/dossiers/mil-1", api.spToken(), soldier).status())
                .isEqualTo(201);

        for (String token : List.of(api.candidateToken("mil-1"), api.spToken())) {
            Api.Answer answer = api.upload("mil-1", "OTHER", token, DrawnPicture.jpeg(2));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("not-allowed");
        }
        JsonNode dossier =
                api.get("/v1/dossiers/mil-1", api.candidateToken("mil-1")).json();
        assertThat(dossier.get("onPaper").asBoolean()).isTrue();
        assertThat(texts(dossier.get("materials"), "required")).containsOnly("false");
        assertThat(dossier.findValuesAsText("sha256")).isEmpty();
    }

    @Test
    void aDossierWhoseCatalogueWasTakenAwayWaitsForItAndHoldsUpNoOther() throws Exception {
        Api.Answer shown = api.get("/v1/dossiers/gone-1", api.mpToken());
        assertThat(shown.status()).isEqualTo(503);
        assertThat(shown.code()).isEqualTo("storage-unavailable");
        assertThat(shown.header("Retry-After")).isNotNull();
        assertThat(api.upload("gone-1", "OTHER", api.spToken(), DrawnPicture.jpeg(3))
                        .status())
                .isEqualTo(503);

        JsonNode row = api.get("/v1/dossiers?site=GONE", api.mpToken()).json().at("/items/0");
        assertThat(row.get("no").asText()).isEqualTo("gone-1");
        assertThat(row.get("locked").asBoolean()).isTrue();

        assertThat(server.log())
                .contains("the dossier's catalogue removed-2020 is not there: put its file back into conf/catalogues")
                .doesNotContain("IllegalStateException");
        awaitInLog("dossiers began with the catalogue removed-2020, which is not there");
    }

    private void awaitInLog(String words) throws Exception {
        Instant last = Instant.now().plus(Duration.ofSeconds(20));
        while (!server.log().contains(words) && Instant.now().isBefore(last)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(server.log()).contains(words);
    }

    @Test
    void anUnknownCatalogueOrAFaultyFileStopsTheStartWithItsWords(@TempDir Path other) throws Exception {
        try (SmpServer stopped = SmpServer.withEmbeddedDatabase(other).with("smp.catalogue", "nowhere-2021")) {
            assertThatThrownBy(stopped::start)
                    .hasMessageContaining("smp.catalogue: 没有材料目录 nowhere-2021；现有：baiyin-2021")
                    .hasMessageContaining("there is no catalogue nowhere-2021");
        }
        Files.writeString(
                Files.createDirectories(other.resolve("conf/catalogues")).resolve("next.yaml"),
                copyOfWeihai("nowhere-2021").replace("when: upgraded", "when: upgradde"));
        try (SmpServer stopped = SmpServer.withEmbeddedDatabase(other).with("smp.catalogue", "nowhere-2021")) {
            assertThatThrownBy(stopped::start)
                    .hasMessageContaining("conf/catalogues/next.yaml:106: 条件自第 1 个字符起无法理解")
                    .hasMessageContaining("upgradde");
        }
    }

    private Api.Answer resolve(String id, String body) {
        return api.send("POST", "/v1/catalogues/" + id + "/resolution", api.spToken(), body);
    }

    /** @param written e.g. {@code edu=PG hasAsst=true}; the last of one name counts */
    private static String facts(String written) {
        ObjectNode facts = JSON.createObjectNode();
        for (String fact : written.strip().split(" +")) {
            String[] parts = fact.split("=");
            if (parts[1].matches("[0-9]+")) {
                facts.put(parts[0], Integer.parseInt(parts[1]));
            } else if (parts[1].matches("true|false")) {
                facts.put(parts[0], Boolean.parseBoolean(parts[1]));
            } else {
                facts.put(parts[0], parts[1]);
            }
        }
        return JSON.createObjectNode().set("facts", facts).toString();
    }

    private static JsonNode material(JsonNode materials, String code) {
        return elements(materials).stream()
                .filter(material -> material.get("code").asText().equals(code))
                .findAny()
                .orElseThrow();
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static List<String> texts(JsonNode array, String member) {
        return elements(array).stream()
                .map(element -> element.get(member).asText())
                .collect(Collectors.toList());
    }
}
