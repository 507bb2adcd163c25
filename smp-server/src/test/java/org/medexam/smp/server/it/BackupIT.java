package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.medexam.smp.core.backup.BackupFolder;
import org.medexam.smp.core.backup.BackupKeys;
import org.medexam.smp.core.backup.BackupState;
import org.medexam.smp.core.backup.Restore;
import org.medexam.smp.core.backup.VerifyBackup;
import org.medexam.smp.core.launch.ControlKey;
import org.medexam.smp.core.verify.PictureFinding;
import org.medexam.smp.core.verify.VerifyRecord;

/** A backup while four clients upload, and the installation back from it somewhere else. */
class BackupIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.own()
            .prepare(server -> server.with(
                    "smp.backup.path", server.home().resolveSibling("备份").toString()))
            .with("smp.backup.at", "00:00")
            .with("smp.backup.keep", "3");

    private static final int CLIENTS = 4;
    private static final int DOSSIERS = 8;
    private static final Duration MAX_DURATION = Duration.ofMinutes(2);
    private static final String BACKUPS = "/v1/control/backups";
    private static final String VERIFICATIONS = "/v1/control/verifications";

    private final Path folder = SMP.folder();
    private final SmpServer server = SMP.server();
    private final Api api = SMP.api();
    private final AtomicLong nextPicture = new AtomicLong(1);

    private JsonNode control(String method, String path) throws Exception {
        Api.Answer answer = api.send(api.request(path, null)
                .header(
                        "Authorization",
                        ControlKey.read(server.home()).orElseThrow().authorization())
                .method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.status()).isIn(200, 202);
        return answer.json();
    }

    private JsonNode ended(String path) throws Exception {
        await(() -> !control("GET", path).get("running").asBoolean());
        return control("GET", path);
    }

    private static void await(Callable<Boolean> come) throws Exception {
        long last = System.nanoTime() + MAX_DURATION.toNanos();
        while (!come.call()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(last);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Uploads until told to end; what was answered 201, by its picture's address. */
    private final class Client implements Runnable {

        private final Map<String, Long> acknowledged;
        private final AtomicBoolean end;
        private final List<String> places;

        Client(Map<String, Long> acknowledged, AtomicBoolean end, List<String> places) {
            this.acknowledged = acknowledged;
            this.end = end;
            this.places = places;
        }

        @Override
        public void run() {
            String token = api.spToken();
            try {
                while (!end.get()) {
                    long seed = nextPicture.getAndIncrement();
                    String[] place = places.get((int) (seed % places.size())).split(" ");
                    Api.Answer answer = api.upload(place[0], place[1], token, DrawnPicture.jpeg(seed));
                    if (answer.status() == 201) {
                        acknowledged.put(answer.json().get("url").asText(), System.nanoTime());
                    }
                }
            } catch (UncheckedIOException serverGone) {
                throw new IllegalStateException("the server went away", serverGone);
            }
        }
    }

    private List<String> places() {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < DOSSIERS; i++) {
            String no = "2021-" + i;
            api.get("/v1/dossiers/" + no, api.mpToken())
                    .json()
                    .get("materials")
                    .forEach(material ->
                            places.add(no + " " + material.get("code").asText()));
        }
        return places;
    }

    @Test
    void everyPictureAcknowledgedBeforeABackupIsThereElsewhere() throws Exception {
        for (int i = 0; i < DOSSIERS; i++) {
            assertThat(api.register("2021-" + i, "6215").status()).isEqualTo(201);
        }
        control("POST", BACKUPS);
        assertThat(ended(BACKUPS).at("/failure/reason").asText()).isEqualTo("key-not-exported");
        Path key = folder.resolve("key.txt");
        BackupKeys keys = new BackupKeys(server.home());
        keys.export(key, Instant.now());
        keys.check(key, Instant.now());

        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        AtomicBoolean end = new AtomicBoolean();
        List<Thread> clients = new ArrayList<>();
        List<String> places = places();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(new Client(acknowledged, end, places), "client-" + i);
            clients.add(client);
            client.start();
        }
        await(() -> acknowledged.size() >= 24);
        long begun = System.nanoTime();
        control("POST", BACKUPS);
        JsonNode made = ended(BACKUPS);
        long took = System.nanoTime() - begun;
        int during =
                (int) acknowledged.values().stream().filter(at -> at > begun).count();
        end.set(true);
        for (Thread client : clients) {
            client.join();
        }

        assertThat(made.get("failure").isNull()).as(made.toString()).isTrue();
        assertThat(made.at("/outcome/damaged").asInt()).isZero();
        assertThat(BackupState.read(server.home()).lastSuccess()).isPresent();
        Map<String, byte[]> before = new LinkedHashMap<>();
        acknowledged.forEach((url, at) -> {
            if (at < begun) {
                before.put(url, api.get(url, api.mpToken()).bytes());
            }
        });
        assertThat(before).hasSizeGreaterThanOrEqualTo(24);
        System.out.printf(
                "backup under load: %d pictures in %d ms, %d uploads answered meanwhile%n",
                made.at("/outcome/pictures").asInt(), took / 1_000_000, during);

        verifiesWhileItRuns(before.keySet().iterator().next());
        server.stop();

        BackupFolder backups = BackupFolder.open(folder.resolve("备份"));
        assertThat(new VerifyBackup(backups, BackupKeys.read(key))
                        .verify(Optional.empty(), (phase, done, total) -> {})
                        .damaged())
                .isEmpty();
        TestDatabase.fromEnvironment().ifPresent(TestDatabase::empty);
        Path elsewhere = folder.resolve("elsewhere");
        new Restore(backups, BackupKeys.read(key), elsewhere)
                .restore(Optional.empty(), Optional.empty(), (phase, done, total) -> {});
        try (SmpServer restored = server.restoredTo(elsewhere).start()) {
            Api there = new Api(restored);
            before.forEach((url, bytes) -> {
                Api.Answer answer = there.get(url, there.mpToken());
                assertThat(answer.status()).as(url).isEqualTo(200);
                assertThat(answer.bytes()).isEqualTo(bytes);
            });
            Api.Answer another = there.upload("2021-0", "OTHER", there.spToken(), DrawnPicture.jpeg(1_000_000));
            assertThat(another.status()).isIn(201, 409);
        }
    }

    /** The embedded database is open in the server's process alone, so that it must look itself. */
    private void verifiesWhileItRuns(String url) throws Exception {
        control("POST", VERIFICATIONS + "?restart=true");
        assertThat(ended(VERIFICATIONS).at("/outcome/findings").asInt(-1)).isZero();

        String id = url.substring(url.lastIndexOf('/') + 1);
        Path file;
        try (Stream<Path> files = Files.walk(server.home().resolve("pictures"))) {
            file = files.filter(each -> each.getFileName().toString().startsWith(id))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] right = Files.readAllBytes(file);
        byte[] wrong = right.clone();
        wrong[wrong.length / 2] ^= 1;
        Files.write(file, wrong);
        control("POST", VERIFICATIONS);
        assertThat(ended(VERIFICATIONS).at("/outcome/findings").asInt()).isEqualTo(1);
        assertThat(new VerifyRecord(server.home()).findings())
                .singleElement()
                .extracting(PictureFinding::kind)
                .isEqualTo(PictureFinding.Kind.ALTERED);
        Files.write(file, right);
    }
}
