package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §4, "Submission and review": a dossier's whole life, as its callers live it. */
class LifeIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.shared();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api = SMP.api();

    @Test
    void isHandedInOnlyWholeAndPromisedAndThenLocked() {
        String no = "life-1";
        api.register(no, "6215");
        Api.Answer missing = submit(no);
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.code()).isEqualTo("materials-missing");
        assertThat(missing.json().get("materials").findValuesAsText("code"))
                .contains("ID_DOC")
                .doesNotContain("OTHER");

        fill(no);
        for (String promise : List.of(
                "{\"commitment\": false, \"commitmentVersion\": \"1\"}",
                "{\"commitment\": true, \"commitmentVersion\": \"0\"}",
                "{\"commitment\": true, \"commitmentVersion\": null}")) {
            Api.Answer refused =
                    api.send("POST", "/v1/dossiers/" + no + "/submission", api.candidateToken(no), promise);
            assertThat(refused.code()).isEqualTo("commitment-required");
            assertThat(refused.status()).isEqualTo(422);
        }

        Api.Answer receipt = submit(no);
        assertThat(receipt.status()).isEqualTo(201);
        assertThat(receipt.json().get("message").asText())
                .matches("\\d{4}/[1-9]\\d?/[1-9]\\d? \\d\\d:\\d\\d:\\d\\d 上报完成，内容已锁定。");
        JsonNode dossier = mp(no);
        assertThat(dossier.get("state").asText()).isEqualTo("submitted");
        assertThat(dossier.get("locked").asBoolean()).isTrue();
        assertThat(dossier.at("/messages/0/text").asText())
                .isEqualTo(receipt.json().get("message").asText());
        assertThat(dossier.at("/messages/0/from").asText()).isEqualTo("system");

        assertThat(submit(no).code()).isEqualTo("already-submitted");
        assertThat(api.upload(no, "OTHER", api.candidateToken(no), Drawing.jpeg(9))
                        .code())
                .isEqualTo("material-locked");
        String picture = images(dossier, "ID_DOC").get(0);
        assertThat(api.send("DELETE", "/v1/images/" + picture, api.candidateToken(no), null)
                        .code())
                .isEqualTo("material-locked");
        // the same bytes again are no change, locked or not
        assertThat(api.upload(no, "ID_DOC", api.candidateToken(no), Drawing.jpeg(0))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theBodyIsNotReadWhereTheRefusalNeedsNone() throws Exception {
        String no = "life-unread";
        submitted(no);
        long before = readBytes();
        assertThat(api.upload(no, "OTHER", api.candidateToken(no), Drawing.jpeg(9))
                        .code())
                .isEqualTo("material-locked");
        assertThat(readBytes()).isEqualTo(before);
        // a slot with pictures may hold the same bytes, so that only reading tells
        assertThat(api.upload(no, "ID_DOC", api.candidateToken(no), Drawing.jpeg(9))
                        .code())
                .isEqualTo("material-locked");
        assertThat(readBytes()).isGreaterThan(before);
    }

    private long readBytes() {
        return new String(api.get("/metrics", null).bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("smp_upload_read_bytes_total "))
                .map(line -> (long) Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theReceiptIsSignedOverEveryPictureAndCanBeCheckedByAnyone() throws Exception {
        String no = "life-2";
        JsonNode receipt = submitted(no);
        List<String> uploaded = StreamSupport.stream(mp(no).get("materials").spliterator(), false)
                .flatMap(material -> StreamSupport.stream(material.get("images").spliterator(), false))
                .map(image -> image.get("sha256").asText())
                .toList();
        assertThat(receipt.get("images").findValuesAsText("sha256"))
                .isEqualTo(uploaded)
                .isNotEmpty();
        assertThat(receipt.fieldNames()).toIterable().containsExactly("at", "message", "images", "signature");

        JsonNode signed = JSON.readTree(payload(receipt.get("signature").asText()));
        assertThat(signed.get("no").asText()).isEqualTo(no);
        assertThat(signed.get("iss").asText()).isEqualTo("smp:62");
        assertThat(signed.get("images")).isEqualTo(receipt.get("images"));
        assertThat(signed.get("message")).isEqualTo(receipt.get("message"));
        assertThat(api.get("/v1/dossiers/" + no + "/submission", api.mpToken()).json())
                .isEqualTo(receipt);

        Api.Answer paper = api.get("/v1/dossiers/" + no + "/submission/receipt.pdf", api.candidateToken(no));
        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/receipt.pdf"), paper.bytes());
        try (PDDocument pdf = Loader.loadPDF(paper.bytes())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains(no, receipt.get("message").asText())
                    .contains(uploaded.get(0).substring(0, 32), uploaded.get(0).substring(32));
        }
    }

    private String payload(String compact) throws Exception {
        String keys = new String(api.get("/v1/keys", null).bytes(), StandardCharsets.UTF_8);
        assertThat(keys).doesNotContain("\"d\"");
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(compact);
        jws.setKey(
                ((PublicJsonWebKey) new JsonWebKeySet(keys).findJsonWebKey(jws.getKeyIdHeaderValue(), null, null, null))
                        .getPublicKey());
        assertThat(jws.verifySignature()).isTrue();
        return jws.getPayload();
    }

    @Test
    void aReturnUnlocksWhatItNamesAndOtherAndNothingElse() {
        String no = "life-3";
        submitted(no);
        Api.Answer returned = review(
                no,
                api.siteReviewerToken("6215"),
                "first",
                "return",
                ", \"materials\": [{\"code\": \"ID_DOC\", \"reason\": \"反面不清晰\"}], \"feedback\": \"请重新上传身份证反面。\","
                        + " \"dueAt\": \"2099-01-01T00:00:00+08:00\"");
        assertThat(returned.status()).isEqualTo(201);

        JsonNode seen = candidate(no);
        assertThat(seen.get("state").asText()).isEqualTo("returned");
        assertThat(seen.get("locked").asBoolean()).isFalse();
        assertThat(seen.at("/messages/0/text").asText()).isEqualTo("请重新上传身份证反面。");
        assertThat(seen.at("/messages/0/from").asText()).isEqualTo("site");
        JsonNode named = material(seen, "ID_DOC");
        assertThat(named.get("state").asText()).isEqualTo("returned");
        assertThat(named.get("returnReason").asText()).isEqualTo("反面不清晰");
        assertThat(OffsetDateTime.parse(named.get("dueAt").asText()).toInstant())
                .isEqualTo(OffsetDateTime.parse("2099-01-01T00:00:00+08:00").toInstant());
        assertThat(material(seen, "DIPLOMA").get("state").asText()).isEqualTo("accepted");
        assertThat(material(seen, "OTHER").get("state").asText()).isEqualTo("empty");
        String diploma = images(seen, "DIPLOMA").get(0);
        assertThat(api.send("DELETE", "/v1/images/" + diploma, api.candidateToken(no), null)
                        .code())
                .isEqualTo("material-locked");
        assertThat(api.upload(no, "OTHER", api.candidateToken(no), Drawing.jpeg(40))
                        .status())
                .isEqualTo(201);

        // what was submitted once is kept for those who judged it
        String taken = images(seen, "ID_DOC").get(0);
        assertThat(api.send("DELETE", "/v1/images/" + taken, api.candidateToken(no), null)
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/v1/images/" + taken, api.candidateToken(no)).status())
                .isEqualTo(404);
        assertThat(api.get("/v1/images/" + taken, api.spToken()).status()).isEqualTo(404);
        assertThat(api.get("/v1/images/" + taken, api.mpToken()).status()).isEqualTo(200);
        assertThat(api.get("/v1/images/" + taken, api.siteReviewerToken("6215")).status())
                .isEqualTo(200);
        assertThat(images(candidate(no), "ID_DOC")).doesNotContain(taken);
        assertThat(images(mp(no), "ID_DOC")).contains(taken);

        fill(no);
        assertThat(submit(no).status()).isEqualTo(201);
        assertThat(material(candidate(no), "DIPLOMA").get("state").asText()).isEqualTo("accepted");
        assertThat(material(candidate(no), "ID_DOC").get("state").asText()).isEqualTo("locked");
    }

    @Test
    void aReturnForDataUnlocksNothingAndOneWithoutNamesUnlocksAll() {
        submitted("life-4");
        review("life-4", api.siteReviewerToken("6215"), "first", "return", ", \"problem\": \"data\"");
        JsonNode data = candidate("life-4");
        assertThat(data.get("state").asText()).isEqualTo("returned");
        assertThat(data.get("locked").asBoolean()).isTrue();
        assertThat(api.upload("life-4", "OTHER", api.candidateToken("life-4"), Drawing.jpeg(41))
                        .code())
                .isEqualTo("material-locked");
        assertThat(submit("life-4").status()).isEqualTo(201);

        review("life-4", api.siteReviewerToken("6215"), "first", "return", "");
        assertThat(candidate("life-4").get("materials").findValuesAsText("state"))
                .containsOnly("returned");
    }

    @Test
    void theResultIsHiddenUntilItIsPublishedAndThenNothingChangesIt() {
        String no = "life-5";
        submitted(no);
        assertThat(review(no, api.siteReviewerToken("6215"), "first", "pass", ", \"feedback\": \"合格\"")
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("first-passed");
        assertThat(review(no, api.districtReviewerToken(), "second", "pass", "")
                        .json()
                        .get("result")
                        .asText())
                .isEqualTo("passed");

        for (JsonNode outside : List.of(
                candidate(no), api.get("/v1/dossiers/" + no, api.spToken()).json())) {
            assertThat(outside.get("state").asText()).isEqualTo("submitted");
            assertThat(outside.get("result").isNull()).isTrue();
            assertThat(outside.get("messages").findValuesAsText("text")).doesNotContain("合格");
            assertThat(outside.get("materials").findValuesAsText("state")).containsOnly("locked");
        }
        assertThat(numbers("/v1/dossiers?limit=200&state=passed", api.spToken()))
                .doesNotContain(no);
        assertThat(numbers("/v1/dossiers?limit=200&state=submitted", api.spToken()))
                .contains(no);
        assertThat(numbers("/v1/dossiers?limit=200&state=passed", api.mpToken()))
                .contains(no);
        assertThat(submit(no).code()).isEqualTo("already-submitted");

        assertThat(api.send("POST", "/v1/publication", api.siteReviewerToken("6215"), null)
                        .status())
                .isEqualTo(403);
        Api.Answer published = api.send("POST", "/v1/publication", api.districtReviewerToken(), null);
        assertThat(published.status()).isEqualTo(201);
        assertThat(candidate(no).get("state").asText()).isEqualTo("passed");
        assertThat(candidate(no).get("result").asText()).isEqualTo("passed");
        assertThat(candidate(no).get("messages").findValuesAsText("text")).contains("合格");

        String token = api.mpToken();
        assertThat(reviewAt(no, token, "second", "fail", ", \"reviewer\": \"丁\"", version(no))
                        .code())
                .isEqualTo("result-final");
        assertThat(api.register(no, "6216").code()).isEqualTo("result-final");
        assertThat(submit(no).code()).isEqualTo("result-final");
    }

    @Test
    void aReviewIsBoundToWhatWasSeenAndKeepsItsDigests() {
        String no = "life-6";
        submitted(no);
        int seen = version(no);
        api.register(no, "6215"); // the same again is no change
        assertThat(version(no)).isEqualTo(seen);
        api.send(
                "PUT",
                "/v1/dossiers/" + no,
                api.spToken(),
                Api.registration("6215").replace("张试样", "张改名"));
        Api.Answer late = reviewAt(no, api.siteReviewerToken("6215"), "first", "pass", "", seen);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("dossier-changed");

        review(
                no,
                api.siteReviewerToken("6215"),
                "first",
                "fail",
                ", \"problem\": \"irreparable\", \"opinion\": \"章不符\"");
        JsonNode kept = api.get("/v1/dossiers/" + no + "/reviews", api.districtReviewerToken())
                .json()
                .get("items");
        assertThat(kept).hasSize(1);
        assertThat(kept.at("/0/reviewer").asText()).isEqualTo("kaodian01");
        assertThat(kept.at("/0/opinion").asText()).isEqualTo("章不符");
        assertThat(kept.at("/0/images").findValuesAsText("id"))
                .isEqualTo(mp(no).get("materials").findValuesAsText("id"));
        assertThat(api.get("/v1/dossiers/" + no + "/reviews", api.candidateToken(no))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void twoReviewersDoNotDoOneCaseTwice() {
        String no = "life-7";
        submitted(no);
        String claim = "/v1/dossiers/" + no + "/claim";
        int before = version(no);
        Api.Answer taken = api.send("POST", claim, api.siteReviewerToken("6215"), null);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.json().get("by").asText()).isEqualTo("kaodian01");
        assertThat(api.send("POST", claim, api.siteReviewerToken("6215"), null).status())
                .isEqualTo(200);
        assertThat(version(no)).isEqualTo(before);
        assertThat(mp(no).at("/claim/name").asText()).isEqualTo("考点审核员乙");
        assertThat(candidate(no).has("claim")).isFalse();

        for (String method : List.of("POST", "DELETE")) {
            Api.Answer other = api.send(method, claim, api.districtReviewerToken(), null);
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.code()).isEqualTo("claimed-by-other");
            assertThat(other.json().get("detail").asText()).contains("考点审核员乙");
        }
        assertThat(review(no, api.mpToken(), "first", "pass", ", \"reviewer\": \"丁\"")
                        .code())
                .isEqualTo("claimed-by-other");

        assertThat(api.send("DELETE", claim, api.siteReviewerToken("6215"), null)
                        .status())
                .isEqualTo(204);
        assertThat(review(no, api.mpToken(), "first", "pass", ", \"reviewer\": \"丁\"")
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site     | second | pass    |                                              | 403 | not-allowed",
                "district | first  | pass    |                                              | 403 | not-allowed",
                "site     | first  | abandon |                                              | 403 | not-allowed",
                "district | second | pass    |                                              | 409 | review-state-conflict",
                "mp       | first  | pass    |                                              | 422 | invalid",
                "site     | first  | pass    | , \"problem\": \"data\"                      | 422 | invalid",
                "site     | first  | return  | , \"problem\": \"irreparable\"               | 422 | invalid",
                "site     | first  | return  | , \"materials\": [{\"code\": \"NONE\"}]      | 422 | invalid",
                "site     | first  | return  | , \"dueAt\": \"2001-01-01T00:00:00+08:00\"   | 422 | invalid",
                "site     | first  | guess   |                                              | 422 | invalid",
                "other    | first  | pass    |                                              | 404 | not-found",
                "candidate| first  | pass    |                                              | 403 | not-allowed",
                "sp       | first  | pass    |                                              | 403 | not-allowed"
            })
    void refusesOtherReviewsEachWithItsCode(
            String who, String stage, String decision, String more, int status, String code) {
        String no = "life-8";
        if (api.get("/v1/dossiers/" + no, api.mpToken()).status() == 404) {
            submitted(no);
        }
        String token = switch (who.strip()) {
            case "site" -> api.siteReviewerToken("6215");
            case "other" -> api.siteReviewerToken("6201");
            case "district" -> api.districtReviewerToken();
            case "candidate" -> api.candidateToken(no);
            case "sp" -> api.spToken();
            default -> api.mpToken();
        };

        Api.Answer refused = review(no, token, stage, decision, more == null ? "" : more);

        assertThat(refused.status()).as(refused.json().toString()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(mp(no).get("state").asText()).isEqualTo("submitted");
    }

    @Test
    void theDistrictGivesOneCandidateMoreTime() {
        String no = "life-9";
        api.register(no, "6215");
        String window = "/v1/dossiers/" + no + "/window";
        assertThat(api.send("PUT", window, api.siteReviewerToken("6215"), "{\"closesAt\": null}")
                        .status())
                .isEqualTo(403);
        api.send("PUT", window, api.districtReviewerToken(), "{\"closesAt\": \"2021-01-01T00:00:00+08:00\"}");
        JsonNode closed = candidate(no);
        assertThat(closed.get("locked").asBoolean()).isTrue();
        assertThat(closed.get("overdue").asBoolean()).isTrue();
        assertThat(api.upload(no, "OTHER", api.candidateToken(no), Drawing.jpeg(1))
                        .code())
                .isEqualTo("window-closed");
        assertThat(submit(no).code()).isEqualTo("window-closed");

        api.send("PUT", window, api.mpToken(), "{\"closesAt\": \"2099-01-01T00:00:00+08:00\"}");
        assertThat(candidate(no).get("locked").asBoolean()).isFalse();
        assertThat(candidate(no).has("overdue")).isFalse();
    }

    @Test
    void abandonedIsWhoTheDistrictSaysHasGivenUp() {
        api.register("life-10", "6215");
        assertThat(review("life-10", api.districtReviewerToken(), "second", "abandon", "")
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("abandoned");
        assertThat(api.upload("life-10", "OTHER", api.candidateToken("life-10"), Drawing.jpeg(1))
                        .code())
                .isEqualTo("material-locked");
    }

    @Test
    void ofManySimultaneousUploadsASlotOfThreeKeepsThree() throws Exception {
        String no = "life-11";
        api.register(no, "6215");
        JsonNode slot = material(candidate(no), "ID_DOC");
        int takes = slot.get("maxCount").asInt();
        ExecutorService candidates = Executors.newFixedThreadPool(32);
        List<Integer> answers = new ArrayList<>();
        try {
            List<Callable<Integer>> uploads = IntStream.range(100, 132)
                    .<Callable<Integer>>mapToObj(
                            picture -> () -> api.upload(no, "ID_DOC", api.spToken(), Drawing.jpeg(picture))
                                    .status())
                    .toList();
            for (Future<Integer> answer : candidates.invokeAll(uploads)) {
                answers.add(answer.get());
            }
        } finally {
            candidates.shutdown();
        }
        assertThat(answers).filteredOn(status -> status == 201).hasSize(takes);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(32 - takes);
        assertThat(images(mp(no), "ID_DOC")).hasSize(takes);
    }

    private JsonNode submitted(String no) {
        api.register(no, "6215");
        fill(no);
        Api.Answer receipt = submit(no);
        assertThat(receipt.status()).as(receipt.json().toString()).isEqualTo(201);
        return receipt.json();
    }

    /** Uploads what is still required. */
    private void fill(String no) {
        List<String> uploads = new ArrayList<>();
        for (JsonNode material : candidate(no).get("materials")) {
            for (int i = material.get("images").size();
                    i < material.get("minCount").asInt();
                    i++) {
                uploads.add(material.get("code").asText());
            }
        }
        for (int i = 0; i < uploads.size(); i++) {
            Api.Answer uploaded = api.upload(no, uploads.get(i), api.candidateToken(no), Drawing.jpeg(i));
            if (uploaded.status() != 201) {
                uploaded = api.upload(no, uploads.get(i), api.candidateToken(no), Drawing.jpeg(1000 + i));
            }
            assertThat(uploaded.status()).as(uploaded.json().toString()).isEqualTo(201);
        }
    }

    private Api.Answer submit(String no) {
        return api.submit(no, candidate(no).at("/commitment/version").asText());
    }

    private Api.Answer review(String no, String token, String stage, String decision, String more) {
        return reviewAt(no, token, stage, decision, more, version(no));
    }

    private Api.Answer reviewAt(String no, String token, String stage, String decision, String more, int version) {
        return api.send(
                "POST",
                "/v1/dossiers/" + no + "/reviews",
                token,
                "{\"stage\": \"%s\", \"decision\": \"%s\", \"version\": %d%s}"
                        .formatted(stage, decision, version, more));
    }

    private JsonNode mp(String no) {
        return api.get("/v1/dossiers/" + no, api.mpToken()).json();
    }

    private JsonNode candidate(String no) {
        return api.get("/v1/dossiers/" + no, api.candidateToken(no)).json();
    }

    private int version(String no) {
        return mp(no).get("version").asInt();
    }

    private List<String> numbers(String path, String token) {
        return api.get(path, token).json().get("items").findValuesAsText("no");
    }

    private static JsonNode material(JsonNode dossier, String code) {
        return StreamSupport.stream(dossier.get("materials").spliterator(), false)
                .filter(material -> material.get("code").asText().equals(code))
                .findAny()
                .orElseThrow();
    }

    private static List<String> images(JsonNode dossier, String code) {
        return material(dossier, code).get("images").findValuesAsText("id");
    }
}
