package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What must be the same on every database: exact numbers, all of Unicode, order of lists, and races lost with grace. */
class DatabaseIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.shared();

    private static final int CONCURRENT = 8;

    private final Api api = SMP.api();

    @Test
    void dossierNumbersAreComparedLetterForLetter() {
        assertThat(api.register("a1", "6215").status()).isEqualTo(201);
        assertThat(api.register("A1", "6215").status()).isEqualTo(201);

        Api.Answer small = api.upload("a1", "OTHER", api.candidateToken("a1"), DrawnPicture.jpeg(1));
        Api.Answer capital = api.upload("A1", "OTHER", api.candidateToken("A1"), DrawnPicture.jpeg(2));

        assertThat(imagesOf("a1")).containsExactly(small.json().get("id").asText());
        assertThat(imagesOf("A1")).containsExactly(capital.json().get("id").asText());
        assertThat(api.get("/v1/dossiers/A1", api.candidateToken("a1")).status())
                .isEqualTo(404);
        assertThat(api.get("/v1/dossiers/a1_", api.mpToken()).status()).isEqualTo(404);
    }

    @Test
    void namesKeepAllOfUnicodeAndAreFoundExactly() {
        registerPerson("uni-1", "𠮷田娜·古丽", "62040019900101001X");
        registerPerson("uni-2", "𠀋田娜·古丽", "620400199001010022");

        JsonNode dossier = api.get("/v1/dossiers/uni-1", api.mpToken()).json();
        assertThat(dossier.at("/candidate/name").asText()).isEqualTo("𠮷田娜·古丽");
        assertThat(found("𠮷田娜·古丽")).containsExactly("uni-1");
        assertThat(found("62040019900101001x")).containsExactly("uni-1");
        assertThat(found("62040019900101001X")).containsExactly("uni-1");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        List<String> all = new ArrayList<>();
        for (int n = 0; n < 23; n++) {
            String no = "page-%02d".formatted(n);
            assertThat(api.register(no, "PAGES").status()).isEqualTo(201);
            all.add(no);
        }
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = api.get("/v1/dossiers?site=PAGES&limit=5" + after, api.mpToken())
                    .json();
            page.get("items").forEach(row -> read.add(row.get("no").asText()));
            after = page.get("next").isNull()
                    ? null
                    : "&after=" + page.get("next").asText();
            if (read.size() == 10) {
                assertThat(api.register("page-new", "PAGES").status()).isEqualTo(201);
                all.add("page-new");
            }
        } while (after != null);
        assertThat(read).containsExactlyElementsOf(all);
    }

    @Test
    void aSlotNeverHoldsMoreThanItMayHoweverManyComeAtOnce() throws Exception {
        api.register("race-slot", "6215");
        String token = api.candidateToken("race-slot");
        List<byte[]> pictures = new ArrayList<>();
        for (int n = 0; n < CONCURRENT; n++) {
            pictures.add(DrawnPicture.jpeg(100 + n));
        }

        List<Integer> answers = atOnce(
                n -> api.upload("race-slot", "ID_DOC", token, pictures.get(n)).status());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(CONCURRENT - 3);
        assertThat(imagesOf("race-slot")).hasSize(3);
    }

    @Test
    void theSameBytesAtOnceBecomeOnePicture() throws Exception {
        api.register("race-same", "6215");
        String token = api.candidateToken("race-same");
        byte[] picture = DrawnPicture.jpeg(200);
        Set<String> ids = new HashSet<>();

        List<Integer> answers = atOnce(n -> {
            Api.Answer answer = api.upload("race-same", "OTHER", token, picture);
            synchronized (ids) {
                ids.add(answer.json().get("id").asText());
            }
            return answer.status();
        });

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(CONCURRENT - 1);
        assertThat(ids).hasSize(1);
        assertThat(imagesOf("race-same")).containsExactlyElementsOf(ids);
    }

    @Test
    void aDossierThatManyRegisterAtOnceIsCreatedOnce() throws Exception {
        List<Integer> answers = atOnce(n -> api.register("race-new", "6215").status());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(CONCURRENT - 1);
    }

    @Test
    void aReviewersTicketOpensOneSessionHoweverOftenItComesAtOnce() throws Exception {
        String ticket = api.districtReviewerToken();

        List<Integer> answers =
                atOnce(n -> api.send("POST", "/v1/session", ticket, null).status());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 401).hasSize(CONCURRENT - 1);
    }

    private interface Attempt {
        int make(int number) throws Exception;
    }

    private static List<Integer> atOnce(Attempt attempt) throws Exception {
        CyclicBarrier together = new CyclicBarrier(CONCURRENT);
        ExecutorService callers = Executors.newFixedThreadPool(CONCURRENT);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int n = 0; n < CONCURRENT; n++) {
                int number = n;
                calls.add(() -> {
                    together.await();
                    return attempt.make(number);
                });
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }

    private void registerPerson(String no, String name, String idNumber) {
        String json = Api.registration("6215").replace("张试样", name).replace("620400199001010015", idNumber);
        assertThat(api.send("PUT", "/v1/dossiers/" + no, api.spToken(), json).status())
                .isEqualTo(201);
    }

    private List<String> found(String text) {
        List<String> numbers = new ArrayList<>();
        api.send("POST", "/v1/dossiers/search", api.mpToken(), "{\"text\": \"" + text + "\"}")
                .json()
                .get("items")
                .forEach(row -> numbers.add(row.get("no").asText()));
        return numbers;
    }

    private List<String> imagesOf(String no) {
        List<String> ids = new ArrayList<>();
        api.get("/v1/dossiers/" + no, api.mpToken())
                .json()
                .get("materials")
                .forEach(material -> ids.addAll(material.get("images").findValuesAsText("id")));
        return ids;
    }
}
