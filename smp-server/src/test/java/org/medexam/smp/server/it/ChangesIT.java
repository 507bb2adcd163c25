package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §4, "What MP and SP follow": {@code GET /changes}. */
@RunAlone
class ChangesIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.own();

    private static final int MANY = 100;

    private final AtomicInteger units = new AtomicInteger(1);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SmpServer server = SMP.server();
    private final Api api = SMP.api();

    private JsonNode changes(String token, String query) {
        Api.Answer answer = api.get("/v1/changes" + query, token);
        assertThat(answer.status())
                .as(() -> new String(answer.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.json();
    }

    /** Where somebody stands who has everything. */
    private String end(String token) {
        String next = "0";
        for (JsonNode page = changes(token, "?limit=1000"); !page.get("items").isEmpty(); ) {
            next = page.get("next").asText();
            page = changes(token, "?limit=1000&after=" + next);
        }
        return next;
    }

    /** Something that happens to a registered dossier. */
    private void happens(String no) {
        String facts = Api.registration("6215").replace("\"units\": 1", "\"units\": " + units.incrementAndGet());
        assertThat(api.send("PUT", "/v1/dossiers/" + no, api.spToken(), facts).status())
                .isEqualTo(200);
    }

    private CompletableFuture<HttpResponse<String>> waiting(String token, String after, int seconds) {
        return http.sendAsync(
                api.request("/v1/changes?wait=" + seconds + "&after=" + after, token)
                        .build(),
                BodyHandlers.ofString());
    }

    private double figure(String name) {
        Matcher line = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$")
                .matcher(new String(api.get("/metrics", null).bytes(), StandardCharsets.UTF_8));
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private void awaitSeated(int count) throws InterruptedException {
        Instant last = Instant.now().plus(Duration.ofSeconds(30));
        while (figure("smp_changes_waiting") != count) {
            assertThat(Instant.now()).as(count + " wait").isBefore(last);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void aWholeLifeIsFollowedByMpAndAsFarAsItIsPublishedBySp() {
        String begin = end(api.mpToken());
        assertThat(end(api.spToken())).as("next is the same for both").isEqualTo(begin);
        String no = "followed-1";
        api.register(no, "6215");
        fillAndSubmit(no);
        review(no, api.siteReviewerToken("6215"), "first", "return");
        fillAndSubmit(no);
        review(no, api.siteReviewerToken("6215"), "first", "pass");
        review(no, api.districtReviewerToken(), "second", "pass");
        String unpublished = end(api.mpToken());
        assertThat(end(api.spToken())).isEqualTo(unpublished);

        List<String> toMp = types(follow(api.mpToken(), begin, 3), no);
        List<String> toSp = types(follow(api.spToken(), begin, 1), no);
        List<String> sp = new ArrayList<>(toMp);
        sp.removeAll(List.of("first-passed", "passed"));
        assertThat(toMp)
                .contains("image-added")
                .endsWith("submitted", "returned", "submitted", "first-passed", "passed");
        assertThat(toSp).isEqualTo(sp);

        api.send("POST", "/v1/publication", api.districtReviewerToken(), null);
        assertThat(types(follow(api.spToken(), unpublished, 200), no)).containsExactly("published");
        JsonNode published = follow(api.spToken(), unpublished, 200).stream()
                .filter(item -> item.get("no").asText().equals(no))
                .findFirst()
                .orElseThrow();
        assertThat(published.get("site").asText()).isEqualTo("6215");
        assertThat(published.get("at").asText()).endsWith("+08:00");
        assertThat(published.get("result").asText()).isEqualTo("passed");
        assertThat(published.get("notice").asText()).isNotBlank();
    }

    private List<JsonNode> follow(String token, String after, int limit) {
        List<JsonNode> items = new ArrayList<>();
        String next = after;
        while (true) {
            JsonNode page = changes(token, "?limit=" + limit + "&after=" + next);
            if (page.get("items").isEmpty()) {
                assertThat(page.get("next").asText())
                        .isEqualTo(changes(token, "?after=" + page.get("next").asText())
                                .get("next")
                                .asText());
                return items;
            }
            assertThat(page.get("items").size()).isLessThanOrEqualTo(limit);
            page.get("items").forEach(items::add);
            next = page.get("next").asText();
        }
    }

    private static List<String> types(List<JsonNode> items, String no) {
        return items.stream()
                .filter(item -> item.get("no").asText().equals(no))
                .map(item -> item.get("type").asText())
                .toList();
    }

    private void fillAndSubmit(String no) {
        JsonNode dossier = api.get("/v1/dossiers/" + no, api.candidateToken(no)).json();
        int drawing = 0;
        for (JsonNode material : dossier.get("materials")) {
            for (int i = material.get("images").size();
                    i < material.get("minCount").asInt();
                    i++) {
                assertThat(api.upload(
                                        no,
                                        material.get("code").asText(),
                                        api.candidateToken(no),
                                        DrawnPicture.jpeg(++drawing))
                                .status())
                        .isEqualTo(201);
            }
        }
        assertThat(api.submit(no, dossier.at("/commitment/version").asText()).status())
                .isEqualTo(201);
    }

    private void review(String no, String token, String stage, String decision) {
        int version = api.get("/v1/dossiers/" + no, api.mpToken())
                .json()
                .get("version")
                .asInt();
        assertThat(api.send(
                                "POST",
                                "/v1/dossiers/" + no + "/reviews",
                                token,
                                "{\"stage\": \"%s\", \"decision\": \"%s\", \"version\": %d}"
                                        .formatted(stage, decision, version))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"after, x", "after, -1", "after, 99999999", "limit, 0", "limit, 1001", "wait, 31", "wait, soon"})
    void aParameterThatCannotBeIsNamed(String parameter, String value) {
        Api.Answer refused = api.get("/v1/changes?" + parameter + "=" + value, api.mpToken());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("invalid");
        assertThat(refused.json().at("/members/0/member").asText()).isEqualTo(parameter);
    }

    @Test
    void onlyMpAndSpFollow() {
        assertThat(api.get("/v1/changes", null).status()).isEqualTo(401);
        for (String token :
                List.of(api.candidateToken("x"), api.districtReviewerToken(), api.siteReviewerToken("6215"))) {
            assertThat(api.get("/v1/changes", token).code()).isEqualTo("not-allowed");
        }
    }

    @Test
    void whoWaitsIsAnsweredWithinASecondOfTheCommit() throws Exception {
        api.register("waited-1", "6215");
        String next = end(api.mpToken());
        CompletableFuture<HttpResponse<String>> answer = waiting(api.mpToken(), next, 30);
        awaitSeated(1);

        happens("waited-1");
        Instant committed = Instant.now();
        HttpResponse<String> answered = answer.get(10, TimeUnit.SECONDS);

        assertThat(Duration.between(committed, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answered.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answered.body()).contains("\"type\":\"facts-changed\",\"no\":\"waited-1\"");
    }

    @Test
    void whoWaitsInVainIsToldToAskForTheSameAgain() throws Exception {
        String next = end(api.mpToken());
        Instant begun = Instant.now();

        JsonNode page = changes(api.mpToken(), "?wait=1&after=" + next);

        assertThat(page.get("items")).isEmpty();
        assertThat(page.get("next").asText()).isEqualTo(next);
        assertThat(Duration.between(begun, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aHundredWaitAtOnceAndHoldUpNobody() throws Exception {
        api.register("waited-2", "6215");
        String next = end(api.mpToken());
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            answers.add(waiting(api.mpToken(), next, 30));
        }
        awaitSeated(MANY);
        // the last question for the count may still be on its way out
        assertThat(busyThreads()).as("threads that they hold").hasSizeLessThan(2);

        happens("waited-2");
        Instant committed = Instant.now();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);

        System.out.println("changes: " + MANY + " waiting callers answered "
                + Duration.between(committed, Instant.now()).toMillis() + " ms after the commit");
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.get().body())
                        .isEqualTo(answers.get(0).get().body())
                        .contains("\"no\":\"waited-2\""));
        awaitSeated(0);
    }

    /** Those of the container that are inside the application. */
    private List<String> busyThreads() throws Exception {
        return Pattern.compile("\n\n")
                .splitAsStream(server.jcmd("Thread.print"))
                .filter(thread -> thread.startsWith("\"http-thread-pool") && thread.contains("org.medexam.smp"))
                .toList();
    }

    @Test
    void whoHangsUpWhileWaitingDisturbsNobody() throws Exception {
        api.register("waited-3", "6215");
        String next = end(api.mpToken());
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.getOutputStream()
                    .write(("GET /nme/ext/api/v1/changes?wait=30&after=" + next + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Authorization: Bearer " + api.mpToken() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            awaitSeated(1);
            socket.setSoLinger(true, 0);
        }
        CompletableFuture<HttpResponse<String>> other = waiting(api.mpToken(), next, 30);
        awaitSeated(2);

        happens("waited-3");

        assertThat(other.get(10, TimeUnit.SECONDS).body()).contains("waited-3");
        awaitSeated(0);
        assertThat(server.log()).doesNotContain("SEVERE");
    }
}
