package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §4: registering dossiers, looking at them, listing and searching. */
class DossiersIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.shared();

    private final Api api = SMP.api();

    @Test
    void registersOnceAndAnswersTheSameAgain() {
        Api.Answer first = api.register("put-1", "6215");
        Api.Answer again = api.register("put-1", "6215");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).startsWith("\"");
        assertThat(again.json()).isEqualTo(first.json());

        Api.Answer moved = api.register("put-1", "6216");
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().at("/site/code").asText()).isEqualTo("6216");
        assertThat(moved.json().get("version").asInt())
                .isGreaterThan(first.json().get("version").asInt());
        assertThat(moved.header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void showsTheMembersOfTheContractInItsOrder() {
        api.register("shape-1", "6215");
        JsonNode dossier = api.get("/v1/dossiers/shape-1", api.mpToken()).json();
        assertThat(dossier.fieldNames())
                .toIterable()
                .containsExactly(
                        "no",
                        "state",
                        "version",
                        "locked",
                        "exam",
                        "site",
                        "candidate",
                        "window",
                        "missing",
                        "covered",
                        "commitment",
                        "materials",
                        "messages",
                        "result");
        assertThat(dossier.get("state").asText()).isEqualTo("draft");
        assertThat(dossier.get("locked").asBoolean()).isFalse();
        assertThat(dossier.at("/window/open").asBoolean()).isTrue();
        assertThat(dossier.at("/materials/0").fieldNames())
                .toIterable()
                .containsExactly(
                        "code",
                        "name",
                        "required",
                        "minCount",
                        "maxCount",
                        "source",
                        "note",
                        "sampleUrl",
                        "state",
                        "returnReason",
                        "dueAt",
                        "images");
        assertThat(dossier.get("materials").findValuesAsText("code")).contains("ID_DOC", "OTHER");
    }

    @Test
    void masksPersonalDataForEveryoneButSpAndMp() {
        api.register("mask-1", "6215");
        for (String whole : List.of(api.spToken(), api.mpToken())) {
            JsonNode candidate = candidate(whole);
            assertThat(candidate.get("idNumber").asText()).isEqualTo("620400199001010015");
            assertThat(candidate.get("phone").asText()).isEqualTo("13800000015");
        }
        for (String masked :
                List.of(api.candidateToken("mask-1"), api.districtReviewerToken(), api.siteReviewerToken("6215"))) {
            JsonNode candidate = candidate(masked);
            assertThat(candidate.get("name").asText()).isEqualTo("张试样");
            assertThat(candidate.get("idNumber").asText()).isEqualTo("620***********0015");
            assertThat(candidate.get("phone").asText()).isEqualTo("138****0015");
        }
        String list =
                new String(api.get("/v1/dossiers", api.districtReviewerToken()).bytes(), StandardCharsets.UTF_8);
        assertThat(list).doesNotContain("620400199001010015", "13800000015");
    }

    private JsonNode candidate(String token) {
        return api.get("/v1/dossiers/mask-1", token).json().get("candidate");
    }

    @Test
    void answers304ToWhoHasItAlready() {
        String tag = api.register("tag-1", "6215").header("ETag");
        Api.Answer unchanged =
                api.send(api.request("/v1/dossiers/tag-1", api.spToken()).header("If-None-Match", tag));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.bytes()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(tag);
        // a masked one is another answer
        assertThat(api.send(api.request("/v1/dossiers/tag-1", api.districtReviewerToken())
                                .header("If-None-Match", tag))
                        .status())
                .isEqualTo(200);
        api.upload("tag-1", "OTHER", api.spToken(), Drawing.jpeg(1));
        assertThat(api.send(api.request("/v1/dossiers/tag-1", api.spToken()).header("If-None-Match", tag))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-_z9", "0123456789012345678901234567890123456789"})
    void takesEveryNumberOfTheContract(String no) {
        assertThat(api.register(no, "6215").status()).isEqualTo(201);
        assertThat(api.get("/v1/dossiers/" + no, api.mpToken()).json().get("no").asText())
                .isEqualTo(no);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01234567890123456789012345678901234567890", "a.b", "a%20b", "%E5%BC%A0", "a%2Fb"})
    void takesNoOtherNumber(String no) {
        Api.Answer put = api.register(no, "6215");
        assertThat(put.status()).isIn(404, 422);
        assertThat(api.get("/v1/dossiers/" + no, api.mpToken()).status()).isEqualTo(404);
    }

    @Test
    void comparesNumbersExactly() {
        api.register("Case-a1", "6215");
        assertThat(api.get("/v1/dossiers/case-A1", api.mpToken()).status()).isEqualTo(404);
        assertThat(api.register("Case-A1", "6216").status()).isEqualTo(201);
        assertThat(api.get("/v1/dossiers/Case-a1", api.mpToken())
                        .json()
                        .at("/site/code")
                        .asText())
                .isEqualTo("6215");
        assertThat(api.get("/v1/dossiers/Case-a1%20", api.mpToken()).status()).isEqualTo(404);
        assertThat(api.get("/v1/dossiers/Case-A1", api.candidateToken("Case-a1"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesNoMissingFactAndKeepsPicturesWhenFactsChange() {
        String without = Api.registration("6215")
                .replace(
                        "{\"kind\": \"LOCAL\", \"level\": \"LIC\", \"edu\": \"BAC\", \"hasAsst\": false, \"units\": 1}",
                        "{}");
        assertThat(without).contains("\"facts\": {}");
        assertThat(api.send("PUT", "/v1/dossiers/facts-1", api.spToken(), without)
                        .status())
                .isEqualTo(201);
        String image = api.upload("facts-1", "OTHER", api.spToken(), Drawing.jpeg(1))
                .json()
                .get("id")
                .asText();
        Api.Answer changed = api.register("facts-1", "6215");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("materials").findValuesAsText("id")).contains(image);
    }

    @Test
    void movesThePicturesOfTheDossierThatIsReplaced() {
        api.register("old-1", "6215");
        JsonNode image =
                api.upload("old-1", "OTHER", api.spToken(), Drawing.jpeg(1)).json();
        String replacing = Api.registration("6216").replace("\"replaces\": null", "\"replaces\": \"old-1\"");
        Api.Answer made = api.send("PUT", "/v1/dossiers/new-1", api.spToken(), replacing);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("materials").findValuesAsText("id"))
                .containsExactly(image.get("id").asText());
        assertThat(made.header("ETag"))
                .isEqualTo(api.get("/v1/dossiers/new-1", api.spToken()).header("ETag"));
        assertThat(api.get("/v1/dossiers/old-1", api.spToken())
                        .json()
                        .get("materials")
                        .findValuesAsText("id"))
                .isEmpty();
        assertThat(api.get(image.get("url").asText(), api.candidateToken("new-1"))
                        .status())
                .isEqualTo(200);
        assertThat(api.get(image.get("url").asText(), api.candidateToken("old-1"))
                        .status())
                .isEqualTo(404);
        assertThat(api.send("PUT", "/v1/dossiers/new-1", api.spToken(), replacing)
                        .status())
                .isEqualTo(200);

        String somebodyElses = replacing.replace("620400199001010015", "620400199001010023");
        assertThat(api.send("PUT", "/v1/dossiers/new-2", api.spToken(), somebodyElses)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void pagesInOneOrderWhileOthersCome() {
        for (int i = 0; i < 7; i++) {
            api.register("page-" + i, "PAGE");
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        int came = 0;
        while (next != null) {
            JsonNode page = api.get(
                            "/v1/dossiers?site=PAGE&limit=3" + (next.isEmpty() ? "" : "&after=" + next), api.mpToken())
                    .json();
            seen.addAll(page.get("items").findValuesAsText("no"));
            next = page.get("next").isNull() ? null : page.get("next").asText();
            if (came < 2) {
                api.register("page-came-" + came++, "PAGE");
                api.register("page-0", "PAGE"); // a change moves nothing
            }
        }
        assertThat(seen)
                .containsExactly(
                        "page-0",
                        "page-1",
                        "page-2",
                        "page-3",
                        "page-4",
                        "page-5",
                        "page-6",
                        "page-came-0",
                        "page-came-1");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=201, limit",
        "limit=x, limit",
        "limit=, limit",
        "after=x, after",
        "after=99999999999999999999, after",
        "state=nonsense, state",
        "changedSince=yesterday, changedSince",
    })
    void namesTheParameterThatIsNotValid(String query, String parameter) {
        Api.Answer answer = api.get("/v1/dossiers?" + query, api.mpToken());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/members/0/member").asText()).isEqualTo(parameter);
    }

    @Test
    void listsByStateSiteCategoryAndChange() throws Exception {
        api.register("list-1", "LIST1");
        api.register("list-2", "LIST2");
        assertThat(listed("site=LIST1&limit=200", api.mpToken())).containsExactly("list-1");
        assertThat(listed("site=LIST1&state=draft&category=110", api.mpToken())).containsExactly("list-1");
        assertThat(listed("site=LIST1&state=submitted", api.mpToken())).isEmpty();
        assertThat(listed("site=LIST1&category=210", api.mpToken())).isEmpty();
        String hence = URLEncoder.encode(OffsetDateTime.now().plusHours(1).toString(), StandardCharsets.UTF_8);
        String ago = URLEncoder.encode(OffsetDateTime.now().minusHours(1).toString(), StandardCharsets.UTF_8);
        assertThat(listed("site=LIST1&changedSince=" + hence, api.mpToken())).isEmpty();
        assertThat(listed("site=LIST1&changedSince=" + ago, api.mpToken())).containsExactly("list-1");

        String reviewer = api.siteReviewerToken("LIST2");
        assertThat(listed("", reviewer)).containsExactly("list-2");
        assertThat(listed("site=LIST1", reviewer)).isEmpty();
    }

    private List<String> listed(String query, String token) {
        return api.get("/v1/dossiers?" + query, token).json().get("items").findValuesAsText("no");
    }

    @Test
    void searchesByNameOrNumberInTheBody() {
        String json =
                Api.registration("SEARCH").replace("张试样", "王查找").replace("620400199001010015", "62040019900101004X");
        api.send("PUT", "/v1/dossiers/search-1", api.spToken(), json);
        for (String text : List.of("王查找", "62040019900101004X", "search-1", " 王查找 ")) {
            assertThat(found("{\"text\":\"" + text + "\"}", api.mpToken()))
                    .as(text)
                    .containsExactly("search-1");
        }
        assertThat(found("{\"text\":\"王查找\",\"site\":\"SEARCH\",\"limit\":1}", api.districtReviewerToken()))
                .containsExactly("search-1");
        assertThat(found("{\"text\":\"王查找\"}", api.siteReviewerToken("OTHER"))).isEmpty();
        assertThat(found("{\"text\":\"王查找\",\"state\":\"passed\"}", api.mpToken()))
                .isEmpty();
        assertThat(search("{}", api.mpToken()).status()).isEqualTo(422);
        assertThat(search("{\"text\":\"x\",\"limit\":201}", api.mpToken()).status())
                .isEqualTo(422);
        assertThat(search("{\"text\":\"x\",\"name\":\"y\"}", api.mpToken()).status())
                .isEqualTo(400);
        assertThat(search("{\"text\":\"x\"}", api.candidateToken("search-1")).status())
                .isEqualTo(403);
    }

    private List<String> found(String json, String token) {
        return search(json, token).json().get("items").findValuesAsText("no");
    }

    private Api.Answer search(String json, String token) {
        return api.send("POST", "/v1/dossiers/search", token, json);
    }
}
