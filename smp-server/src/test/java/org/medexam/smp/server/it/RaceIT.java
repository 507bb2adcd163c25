package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A candidate submits while the same candidate's other windows upload and delete. Whatever was answered, the receipt
 * lists what there is afterwards: an upload that was taken is in it, a picture that was deleted is not, and nothing is
 * taken or deleted any more. {@code ./run races} does 10,000 of them.
 */
class RaceIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.own();

    private static final int ROUNDS = Integer.getInteger("smp.race.rounds", 24);
    private static final int DOSSIERS = 4;

    /** So often one dossier is returned: what was once submitted stays with it, and nobody's has thousands of pictures. */
    private static final int RETURNS = 50;

    private final AtomicInteger drawings = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Api api = SMP.api();

    @Test
    void theReceiptListsWhatThereIsAfterEveryRace() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(DOSSIERS * 4);
        try {
            List<Callable<Integer>> runs = IntStream.range(0, DOSSIERS)
                    .<Callable<Integer>>mapToObj(each -> () -> race("race-" + each, ROUNDS / DOSSIERS, threads))
                    .toList();
            int races = 0;
            for (Future<Integer> run : threads.invokeAll(runs)) {
                races += run.get();
            }
            System.out.println(races + " races, " + taken + " uploads and deletions were faster than the submission, "
                    + refused + " came too late; every receipt lists what there is");
            assertThat(races).isEqualTo(ROUNDS / DOSSIERS * DOSSIERS);
            if (races > 1000) {
                // else these were no races
                assertThat(taken.get()).isPositive();
                assertThat(refused.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private int race(String candidate, int rounds, ExecutorService threads) throws Exception {
        for (int round = 0; round < rounds; round++) {
            String no = candidate + "-" + round / RETURNS;
            if (round % RETURNS == 0) {
                api.register(no, "6215");
                fill(no);
            }
            Api.Answer spare = upload(no);
            assertThat(spare.status()).isEqualTo(201);
            String spareId = spare.json().get("id").asText();

            Future<Api.Answer> submission = threads.submit(() -> api.submit(no, "1"));
            Future<Api.Answer> upload = threads.submit(() -> upload(no));
            Future<Api.Answer> deletion =
                    threads.submit(() -> api.send("DELETE", "/v1/images/" + spareId, api.candidateToken(no), null));

            assertThat(submission.get().status())
                    .as(new String(submission.get().bytes()))
                    .isEqualTo(201);
            check(no, submission.get().json(), upload.get(), deletion.get(), spare.json());
            api.send(
                    "POST",
                    "/v1/dossiers/" + no + "/reviews",
                    api.siteReviewerToken("6215"),
                    "{\"stage\": \"first\", \"decision\": \"return\", \"version\": "
                            + dossier(no).get("version") + "}");
            empty(no);
        }
        return rounds;
    }

    private void check(String no, JsonNode receipt, Api.Answer upload, Api.Answer deletion, JsonNode spare) {
        Set<String> handedIn = new HashSet<>(receipt.get("images").findValuesAsText("sha256"));
        JsonNode now = dossier(no);
        assertThat(now.get("state").asText()).isEqualTo("submitted");
        assertThat(now.get("materials").findValuesAsText("sha256")).containsExactlyInAnyOrderElementsOf(handedIn);

        assertThat(upload.status()).isIn(201, 409);
        if (upload.status() == 201) {
            assertThat(handedIn).contains(upload.json().get("sha256").asText());
        }
        assertThat(deletion.status()).isIn(204, 409);
        assertThat(handedIn.contains(spare.get("sha256").asText())).isEqualTo(deletion.status() == 409);
        for (Api.Answer answer : List.of(upload, deletion)) {
            (answer.status() == 409 ? refused : taken).incrementAndGet();
        }
    }

    private Api.Answer upload(String no) {
        // what stands behind the end of a picture makes it another upload
        byte[] drawing = Drawing.jpeg(1);
        byte[] another = ByteBuffer.allocate(drawing.length + Integer.BYTES)
                .put(drawing)
                .putInt(drawings.incrementAndGet())
                .array();
        return api.upload(no, "OTHER", api.spToken(), another);
    }

    private JsonNode dossier(String no) {
        return api.get("/v1/dossiers/" + no, api.candidateToken(no)).json();
    }

    /** Takes everything out of OTHER, so that there is room for the next round. */
    private void empty(String no) {
        for (JsonNode material : dossier(no).get("materials")) {
            if (material.get("code").asText().equals("OTHER")) {
                for (String image : material.get("images").findValuesAsText("id")) {
                    api.send("DELETE", "/v1/images/" + image, api.candidateToken(no), null);
                }
            }
        }
    }

    private void fill(String no) {
        List<String> uploads = new ArrayList<>();
        for (JsonNode material : dossier(no).get("materials")) {
            for (int i = 0; i < material.get("minCount").asInt(); i++) {
                uploads.add(material.get("code").asText());
            }
        }
        for (int i = 0; i < uploads.size(); i++) {
            assertThat(api.upload(no, uploads.get(i), api.spToken(), Drawing.jpeg(i))
                            .status())
                    .isEqualTo(201);
        }
    }
}
