package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an upload leaves behind: the stamped picture and its record, and of what was sent nothing, nowhere. Sixty
 * pictures; {@code -Dsmp.unstamped.uploads=200} for more.
 */
class UploadTracesIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.ownWithEmbeddedDatabase();

    private static final int PICTURES = Integer.getInteger("smp.unstamped.uploads", 60);
    private static final int CLIENTS = 4;
    private static final int PER_DOSSIER = 20;
    private static final int WINDOW = 4096;

    /** The largest picture, and the frame around it. */
    private static final int MAX_READ = 240_000;

    private static final String PLANTED = "smp-planted-" + UUID.randomUUID();

    /** Before the start of the server. */
    private static final FileTime BEGUN = FileTime.from(Instant.now());

    private final SmpServer server = SMP.server();
    private final Api api = SMP.api();

    @Test
    void nothingUnstampedAndNothingPersonalIsEverOnTheDisk() throws Exception {
        ByteSearch unstamped = new ByteSearch();
        unstamped.add("planted words", bytes(PLANTED));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService watch = Executors.newSingleThreadExecutor();
        Future<Set<String>> seen = watch.submit(() -> watch(unstamped, over));
        try {
            upload(unstamped);
        } finally {
            over.set(true);
            watch.shutdown();
        }

        assertThat(seen.get()).isEmpty();
        assertThat(unstamped.below(server.home())).isEmpty();
        assertThat(inSystemsTemporaryFolder(unstamped)).isEmpty();

        provokeErrors();
        ByteSearch personal = new ByteSearch();
        List.of("张试样", "620400199001010015", "13800000015", "probe-dossier", "名字太长太长太长")
                .forEach(text -> personal.add(text, bytes(text)));
        assertThat(personal.below(server.home().resolve("logs"))).isEmpty();
        assertThat(personal.in(bytes(server.log()))).isEmpty();
    }

    /** Reads whatever changed, again and again, until it is over. */
    private Set<String> watch(ByteSearch unstamped, AtomicBoolean over) throws IOException {
        Set<String> found = new TreeSet<>();
        Map<Path, String> known = new HashMap<>();
        int rounds = 0;
        while (!over.get()) {
            for (Path file : ByteSearch.files(server.home())) {
                try {
                    String state = Files.size(file) + " " + Files.getLastModifiedTime(file);
                    if (!state.equals(known.put(file, state))) {
                        unstamped.in(Files.readAllBytes(file)).forEach(name -> found.add(name + " in " + file));
                    }
                } catch (IOException vanished) {
                    continue;
                }
            }
            rounds++;
        }
        System.out.println("unstamped: looked at every file " + rounds + " times during " + PICTURES + " uploads");
        return found;
    }

    private void upload(ByteSearch unstamped) throws Exception {
        for (int number = 0; number * PER_DOSSIER < PICTURES; number++) {
            assertThat(api.register("probe-dossier-" + number, "6215").status()).isEqualTo(201);
        }
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int n = 0; n < PICTURES; n++) {
                int number = n;
                all.add(() -> {
                    String no = "probe-dossier-" + number / PER_DOSSIER;
                    byte[] sent = DrawnPicture.jpegSaying(PLANTED + " in picture " + number, number);
                    addWindows(unstamped, number, sent);
                    return api.upload(no, "OTHER", api.candidateToken(no), sent).status();
                });
            }
            for (Future<Integer> status : clients.invokeAll(all)) {
                assertThat(status.get()).isEqualTo(201);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** Runs from the beginning and out of the middle, longer than anything that a stamped picture may share with it. */
    private static void addWindows(ByteSearch unstamped, int number, byte[] sent) {
        for (int begin = 0; begin + WINDOW <= sent.length; begin += 2 * WINDOW) {
            unstamped.add("picture " + number + " from " + begin, Arrays.copyOfRange(sent, begin, begin + WINDOW));
        }
    }

    private void provokeErrors() {
        String tooLong = "名字太长太长太长".repeat(12);
        api.send(
                "PUT",
                "/v1/dossiers/probe-dossier-x",
                api.spToken(),
                Api.registration("6215").replace("张试样", tooLong));
        api.send(
                "PUT",
                "/v1/dossiers/probe-dossier-x",
                api.spToken(),
                Api.registration("6215").replace("}", ""));
        api.send(
                "PUT",
                "/v1/dossiers/probe-dossier-x",
                api.spToken(),
                Api.registration("6215").replace("1990", "\n1990"));
        api.send(
                "POST", "/v1/dossiers/search", api.mpToken(), "{\"text\": \"张试样\", \"limit\": \"620400199001010015\"}");
        api.get("/v1/dossiers/probe-dossier-unknown", api.candidateToken("probe-dossier-0"));
        api.get("/v1/dossiers?after=13800000015x&site=probe-dossier", api.mpToken());
        api.upload("probe-dossier-0", "OTHER", api.candidateToken("probe-dossier-0"), bytes("张试样"));
        api.send("POST", "/v1/session", null, "{\"username\": \"张试样\", \"password\": \"620400199001010015\"}");
    }

    @ParameterizedTest
    @EnumSource(BigBody.Announced.class)
    void aBodyFarTooLargeIsRefusedAtTheLimit(BigBody.Announced announced) throws Exception {
        String filler = "far-too-large-" + UUID.randomUUID();
        String no = "big-" + announced.name().toLowerCase(java.util.Locale.ROOT);
        assertThat(api.register(no, "6215").status()).isEqualTo(201);
        BigBody client =
                new BigBody(server, "/v1/dossiers/" + no + "/materials/OTHER/images", api.candidateToken(no), filler);
        long readBefore = metric("smp_upload_read_bytes_total");
        long heapBefore = heapInUse();
        List<Path> filesBefore = ByteSearch.files(server.home());

        BigBody.Outcome outcome = client.send(announced);

        long read = metric("smp_upload_read_bytes_total") - readBefore;
        long heap = heapInUse() - heapBefore;
        System.out.println("400 MB " + announced + ": "
                + outcome.head().lines().findFirst().orElse("nothing") + " after "
                + outcome.millis() + " ms and " + outcome.sent() + " bytes on the wire, " + read
                + " bytes read, heap " + heap + " bytes more");
        assertThat(outcome.head()).startsWith("HTTP/1.1 413").contains("application/problem+json");
        assertThat(outcome.body()).contains("\"code\":\"image-too-large\"");
        assertThat(outcome.millis()).isLessThan(5_000);
        assertThat(read).isLessThanOrEqualTo(announced == BigBody.Announced.CHUNKED ? MAX_READ : 0);
        assertThat(heap).isLessThan(8 << 20);

        List<Path> filesAfter = new ArrayList<>(ByteSearch.files(server.home()));
        filesAfter.removeAll(filesBefore);
        assertThat(filesAfter).isEmpty();
        ByteSearch search = new ByteSearch();
        search.add("the body", bytes(filler));
        assertThat(search.below(server.home())).isEmpty();
        assertThat(inSystemsTemporaryFolder(search)).isEmpty();
    }

    /** In files of the system's own temporary folder that are newer than the server. */
    private List<String> inSystemsTemporaryFolder(ByteSearch search) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path file : entries.filter(Files::isRegularFile).toList()) {
                if (Files.isReadable(file)
                        && Files.getLastModifiedTime(file).compareTo(BEGUN) >= 0
                        && Files.size(file) < 100 << 20) {
                    search.in(Files.readAllBytes(file)).forEach(name -> found.add(name + " in " + file));
                }
            }
        }
        return found;
    }

    private long metric(String name) {
        return new String(api.get("/metrics", null).bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no metric " + name));
    }

    /** What is left after a collection. */
    private long heapInUse() throws Exception {
        server.jcmd("GC.run");
        return metric("smp_heap_used_bytes");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
