package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code GET /archive.zip} of a district with many dossiers; {@code ./run archive} takes 2,000 of ten pictures. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArchivesIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.own().prepare(ArchivesIT::fill);

    private static final int DOSSIERS = Integer.getInteger("smp.archive.dossiers", 100);
    private static final int PICTURES = 10;

    private final ObjectMapper json = new ObjectMapper();
    private final SmpServer server = SMP.server();
    private final Api api = SMP.api();

    private static void fill(SmpServer server) throws Exception {
        server.start();
        Api api = new Api(server);
        api.register("pattern", "6215");
        api.upload("pattern", "OTHER", api.spToken(), Drawing.jpeg(1));
        server.stop();
        try (HikariDataSource database = server.database();
                Connection connection = database.getConnection()) {
            copyPattern(connection, server.home());
        }
    }

    /** Rows and files as uploads make them, in a fraction of the time. */
    private static void copyPattern(Connection connection, Path home) throws Exception {
        Path picture;
        try (var files = Files.walk(home.resolve("pictures"))) {
            picture = files.filter(file -> file.toString().endsWith(".jpg"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(picture);
        connection.setAutoCommit(false);
        try (PreparedStatement dossier = connection.prepareStatement(
                        "INSERT INTO dossier (no, version, state, catalogue,"
                                + " exam_year, exam_category, exam_name, site_code, site_name, candidate_name, facts, created_at,"
                                + " changed_at) SELECT ?, version, state, catalogue, exam_year, exam_category, exam_name, site_code,"
                                + " site_name, candidate_name, facts, created_at, changed_at FROM dossier WHERE no = 'pattern'");
                PreparedStatement row = connection.prepareStatement(
                        "INSERT INTO picture (public_id, dossier_id,"
                                + " material_code, received_sha256, received_bytes, kept_sha256, bytes, width, height, format,"
                                + " location, uploaded_at, superseded) SELECT ?, (SELECT id FROM dossier WHERE no = ?),"
                                + " material_code, ?, received_bytes, kept_sha256, bytes, width, height, format, ?, uploaded_at,"
                                + " superseded FROM picture WHERE dossier_id = (SELECT id FROM dossier WHERE no = 'pattern')")) {
            for (int d = 0; d < DOSSIERS; d++) {
                String no = "many-" + d;
                dossier.setString(1, no);
                dossier.executeUpdate();
                Path folder = home.resolve("pictures/2021/6215/" + no + "/OTHER");
                Files.createDirectories(folder);
                for (int p = 0; p < PICTURES; p++) {
                    String id = "%032x".formatted(d * 1000L + p);
                    Files.write(folder.resolve(id + ".jpg"), bytes);
                    row.setString(1, id);
                    row.setString(2, no);
                    row.setString(3, "%064x".formatted(d * 1000L + p));
                    row.setString(4, "2021/6215/" + no + "/OTHER/" + id + ".jpg");
                    row.executeUpdate();
                }
            }
        }
        connection.commit();
    }

    @Test
    @Order(1)
    void streamsAllOfThemInLittleMemory(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("many.zip");
        long before = heapAfterCollection();
        AtomicLong most = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        Thread watch = new Thread(() -> {
            while (!done.get()) {
                most.accumulateAndGet(quietHeap(), Math::max);
            }
        });
        watch.start();
        try (InputStream zip = stream("/v1/archive.zip?category=110&site=6215")) {
            Files.copy(zip, file);
        } finally {
            done.set(true);
            watch.join();
        }
        long extra = most.get() - before;
        System.out.println(DOSSIERS + " dossiers of " + PICTURES + " pictures: " + Files.size(file) + " bytes, at most "
                + (extra >> 20) + " MB of heap more than before");
        assertThat(extra).isLessThan(64L << 20);

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(DOSSIERS * PICTURES + 2);
            JsonNode manifest = json.readTree(zip.getInputStream(zip.getEntry("manifest.json")));
            assertThat(manifest).hasSize(DOSSIERS + 1);
            JsonNode image = manifest.get(1).at("/images/0");
            ZipEntry entry = zip.getEntry(image.get("path").asText());
            assertThat(entry.getName()).startsWith("many-0/").contains("其他");
            assertThat(sha256(zip.getInputStream(entry).readAllBytes()))
                    .isEqualTo(image.get("stamped").asText());
        }
    }

    @Test
    @Order(2)
    void onlyMpMayAndWrongParametersAreRefused() {
        assertThat(api.get("/v1/archive.zip", api.districtReviewerToken()).status())
                .isEqualTo(403);
        assertThat(api.get("/v1/archive.zip?state=nowhere", api.mpToken()).code())
                .isEqualTo("invalid");
        assertThat(api.get("/v1/archive.zip?site=none", api.mpToken()).status()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void aFaultInBetweenBreaksOffAndNeverLooksWhole() throws Exception {
        Path damaged = server.home()
                .resolve("pictures/2021/6215/many-%d/OTHER/%032x.jpg"
                        .formatted(DOSSIERS - 1, (DOSSIERS - 1) * 1000L + 5));
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);

        assertThatThrownBy(() -> {
                    try (ZipInputStream zip = new ZipInputStream(stream("/v1/archive.zip"))) {
                        while (zip.getNextEntry() != null) {
                            zip.transferTo(OutputStream.nullOutputStream());
                        }
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private InputStream stream(String path) throws Exception {
        HttpResponse<InputStream> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(api.request(path, api.mpToken()).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private long quietHeap() {
        try {
            return heapAfterCollection();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long heapAfterCollection() throws Exception {
        server.jcmd("GC.run");
        String metrics = new String(api.get("/metrics", api.mpToken()).bytes());
        return metrics.lines()
                .filter(line -> line.startsWith("smp_heap_used_bytes"))
                .map(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
