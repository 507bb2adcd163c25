package org.medexam.smp.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.Schema;
import org.medexam.smp.core.store.DiskStore;
import org.medexam.smp.core.store.PicturePlace;
import org.medexam.smp.core.store.StoredFile;
import org.medexam.smp.tool.ToolMessages;

/** An installation with one picture, whose server does not run. */
class BackupCommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path home;
    private Path key;
    private Path backups;
    private Path picture;

    @BeforeEach
    void fill() throws Exception {
        home = folder.resolve("安装 目录");
        key = folder.resolve("key.txt");
        backups = folder.resolve("备份");
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/sp.jwks.json"), "{\"keys\":[]}");
        Files.writeString(home.resolve("conf/mp.jwks.json"), "{\"keys\":[]}");
        Files.writeString(home.resolve("conf/smp.properties"), """
                smp.district.code=62
                smp.district.name=样例考区
                smp.catalogue=baiyin-2021
                smp.http.port=%d
                smp.public-url=http://localhost:8001
                smp.storage.path=pictures
                smp.sp.jwks=conf/sp.jwks.json
                smp.mp.jwks=conf/mp.jwks.json
                smp.backup.path=%s
                """.formatted(freePort(), backups));
        UUID identity = UUID.randomUUID();
        DiskStore store = new DiskStore(home.resolve("pictures"));
        store.claim(identity);
        StoredFile file =
                store.keep(new PicturePlace(2021, "6215", "A1", "ID_DOC"), "abcdefgh.jpg", new byte[] {1, 2, 3});
        picture = home.resolve("pictures").resolve(file.location());
        DatabaseAddress database = DatabaseAddress.embedded(home.resolve("data"));
        try (Connection connection = database.connections().getConnection();
                Statement statement = connection.createStatement()) {
            new Schema(database).migrate();
            statement.execute(
                    "INSERT INTO store_bond (id, store_id, bonded_at) VALUES (1, '" + identity + "', '2021-01-15')");
            statement.execute("INSERT INTO dossier (no, version, state, catalogue, exam_year, exam_category, exam_name,"
                    + " site_code, site_name, candidate_name, facts, created_at, changed_at) VALUES ('A1', 1, 'draft',"
                    + " 'baiyin-2021', 2021, '110', 'x', '6215', 'x', 'x', '{}', '2021-01-15', '2021-01-15')");
            statement.execute("INSERT INTO picture (public_id, dossier_id, material_code, received_sha256,"
                    + " received_bytes, kept_sha256, bytes, width, height, format, location, uploaded_at, superseded)"
                    + " SELECT 'abcdefgh', id, 'ID_DOC', 'r', 3, '" + file.sha256() + "', 3, 1, 1, 'JPEG', '"
                    + file.location() + "', '2021-01-15', 0 FROM dossier");
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private int smp(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Smp.commandLine(ToolMessages.of(Locale.ENGLISH), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private int here(String command, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = command;
        System.arraycopy(more, 0, arguments, 1, more.length);
        arguments[more.length + 1] = "--home";
        arguments[more.length + 2] = home.toString();
        return smp(arguments);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out.toString());
    }

    private void exportKey() {
        assertThat(here("export-keys", "--to", key.toString())).isZero();
        assertThat(here("export-keys", "--check", key.toString())).isZero();
    }

    @Test
    void aBackupNeedsTheKeyElsewhere() {
        assertThat(here("backup")).isEqualTo(1);
        assertThat(err.toString()).contains("smp export-keys --to FILE").doesNotContain("Exception");

        assertThat(here("export-keys", "--to", key.toString())).isZero();
        assertThat(here("backup")).isEqualTo(1);
        assertThat(here(
                        "export-keys",
                        "--check",
                        home.resolve("conf/smp.properties").toString()))
                .isEqualTo(1);
        assertThat(here("export-keys", "--check", key.toString())).isZero();

        assertThat(here("backup")).isZero();
        assertThat(out.toString()).contains("1 pictures, 1 of them new");
        assertThat(here("export-keys")).as("one of --to and --check").isEqualTo(2);
    }

    @Test
    void whatWasBackedUpIsProvedAndComesBack() throws Exception {
        exportKey();
        assertThat(here("backup", "--json")).isZero();
        String snapshot = json().get("snapshot").asText();

        assertThat(here("verify", "--backup", backups.toString(), "--key", key.toString(), "--json"))
                .isZero();
        assertThat(json().get("pictures").asInt()).isEqualTo(1);
        assertThat(json().get("snapshot").asText()).isEqualTo(snapshot);

        Path elsewhere = folder.resolve("elsewhere");
        assertThat(smp(
                        "restore",
                        "--from",
                        backups.toString(),
                        "--key",
                        key.toString(),
                        "--home",
                        elsewhere.toString()))
                .as(err.toString())
                .isZero();
        assertThat(elsewhere.resolve(home.relativize(picture))).hasBinaryContent(new byte[] {1, 2, 3});
        home = elsewhere;
        assertThat(here("verify", "--json")).isZero();
        assertThat(json().get("rows").asInt()).isEqualTo(1);
        assertThat(smp("restore", "--from", backups.toString(), "--key", key.toString(), "--home", home.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("holds an installation already");
    }

    @Test
    void whatIsNotWellIsNamedAndPutRight() throws Exception {
        exportKey();
        assertThat(here("backup")).isZero();
        Files.write(picture, new byte[] {1, 2, 4});

        assertThat(here("verify")).isEqualTo(3);
        assertThat(out.toString())
                .contains("altered: 2021/6215/A1~u1/ID_DOC/abcdefgh.jpg (dossier A1, ID_DOC)")
                .contains("1 findings, 1 of them left");
        assertThat(here("verify", "--repair-from", backups.toString())).isEqualTo(2);

        assertThat(here("verify", "--repair-from", backups.toString(), "--key", key.toString()))
                .isZero();
        assertThat(out.toString()).contains("repaired");
        assertThat(picture).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void anIncompleteBackupSaysSo() throws Exception {
        exportKey();
        Files.delete(picture);

        assertThat(here("backup")).isEqualTo(3);
        assertThat(out.toString())
                .contains("THE BACKUP IS INCOMPLETE: 1 pictures")
                .contains("abcdefgh.jpg");
    }

    @Test
    void withoutADatabaseNothingIsMade() throws Exception {
        exportKey();
        Files.move(home.resolve("data"), folder.resolve("data-away"));

        assertThat(here("backup")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no database");
        assertThat(home.resolve("data/EP.mv.db")).doesNotExist();
    }

    @Test
    void aServerThatDoesNotKnowUsIsNoServerToAsk() throws Exception {
        exportKey();
        try (ServerSocket somebody = new ServerSocket(0)) {
            Path settings = home.resolve("conf/smp.properties");
            Files.writeString(
                    settings,
                    Files.readString(settings)
                            .replaceFirst("smp.http.port=\\d+", "smp.http.port=" + somebody.getLocalPort()));
            Thread other = new Thread(() -> {
                try (var caller = somebody.accept()) {
                    caller.getOutputStream()
                            .write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    caller.getOutputStream().flush();
                } catch (java.io.IOException ended) {
                    return;
                }
            });
            other.start();

            assertThat(here("backup")).isEqualTo(1);
            assertThat(err.toString()).contains("control.key");
            other.join();
        }
    }
}
