package org.medexam.smp.core.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.medexam.smp.core.rows.ConsistentRead;
import org.medexam.smp.core.rows.TableShape;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.Schema;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.store.DiskStore;
import org.medexam.smp.core.store.PicturePlace;
import org.medexam.smp.core.store.StoredFile;

/** An installation of nobody's, with an embedded database and a store, filled by hand. */
public final class TestInstallation implements AutoCloseable {

    /** What the marks on the pictures follow from. */
    public static final String STAMP_KEY = "5a".repeat(32) + "\n";

    private static final LocalDateTime THEN = LocalDateTime.of(2021, 1, 15, 1, 30, 12, 7_000_000);

    private final Path home;
    private final SmpSettings settings;
    private final JdbcConnectionPool pool;
    private final DiskStore store;
    private final Random random = new Random(62);

    /** @param digest SHA-256 of the kept file */
    public record Picture(long id, String location, String digest, byte[] content) {}

    /** A new one, or one that lies there already. */
    public TestInstallation(Path home) throws IOException, SQLException {
        this.home = home;
        if (Files.notExists(home.resolve("conf/smp.properties"))) {
            writeSettings(home);
        }
        settings = SmpSettings.read(home.resolve("conf/smp.properties"));
        DatabaseAddress address = DatabaseAddress.of(settings.database());
        pool = JdbcConnectionPool.create(address.url(), address.user(), address.password());
        new Schema(pool, address.kind()).migrate();
        store = new DiskStore(settings.storage().path());
    }

    private static void writeSettings(Path home) throws IOException {
        Files.createDirectories(home.resolve("conf/catalogues"));
        Files.writeString(home.resolve("conf/sp.jwks.json"), "{\"keys\":[]}");
        Files.writeString(home.resolve("conf/catalogues/own-2021.yaml"), "id: own-2021\n");
        Files.writeString(home.resolve("conf/stamp.key"), STAMP_KEY);
        Files.createDirectories(home.resolve("elsewhere"));
        Files.writeString(home.resolve("elsewhere/mp.jwks.json"), "{\"keys\": []}");
        Files.writeString(home.resolve("conf/smp.properties"), """
                # 样例
                smp.district.code=62
                smp.district.name=样例考区
                smp.catalogue=baiyin-2021
                smp.public-url=http://localhost:8001
                smp.storage.path=pictures
                smp.sp.jwks=conf/sp.jwks.json
                smp.mp.jwks=elsewhere/mp.jwks.json
                """, StandardCharsets.UTF_8);
    }

    /** Binds store and database to each other, as the server's first start does. */
    public TestInstallation bond() throws SQLException {
        UUID identity = UUID.randomUUID();
        store.claim(identity);
        run("INSERT INTO store_bond (id, store_id, bonded_at) VALUES (1, ?, ?)", identity.toString(), THEN);
        return this;
    }

    public long dossier(String no) throws SQLException {
        run(
                "INSERT INTO dossier (no, version, state, catalogue, exam_year, exam_category, exam_name, site_code,"
                        + " site_name, candidate_name, id_type, id_number, phone, facts, replaces, created_at,"
                        + " changed_at) VALUES (?, 1, 'draft', 'baiyin-2021', 2021, '110', ?, '6215', ?, ?, NULL, ?,"
                        + " NULL, '{}', NULL, ?, ?)",
                no,
                "临床执业医师",
                "白银",
                "张𠮷样",
                "620400199001010015",
                THEN,
                THEN);
        return last("dossier");
    }

    /** Some bytes that no other picture has; nobody here looks whether they are a picture. */
    public Picture picture(long dossier, String no, String material, int length) throws SQLException {
        byte[] content = new byte[length];
        random.nextBytes(content);
        String name = UUID.randomUUID().toString().replace("-", "");
        StoredFile file = store.keep(new PicturePlace(2021, "6215", no, material), name + ".jpg", content);
        run(
                "INSERT INTO picture (public_id, dossier_id, material_code, received_sha256, received_bytes, kept_sha256,"
                        + " bytes, width, height, format, location, uploaded_at, superseded)"
                        + " VALUES (?, ?, ?, ?, 1, ?, ?, 4, 3, 'JPEG', ?, ?, 0)",
                name,
                dossier,
                material,
                file.sha256(),
                file.sha256(),
                length,
                file.location(),
                THEN);
        return new Picture(last("picture"), file.location(), file.sha256(), content);
    }

    /** As its owner does: the row, then the file. */
    public void remove(Picture picture) throws SQLException {
        run("DELETE FROM picture WHERE id = ?", picture.id());
        store.destroy(picture.location());
    }

    public void run(String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private long last(String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement question = connection.prepareStatement("SELECT MAX(id) FROM " + table);
                var answer = question.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** Every row of every table, as text, and what the next numbers are. */
    public Map<String, List<String>> rows() throws SQLException, IOException {
        return rows(pool);
    }

    public static Map<String, List<String>> rows(DataSource database) throws SQLException, IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (ConsistentRead read = ConsistentRead.of(database)) {
            for (TableShape table : read.tables()) {
                List<String> lines = new ArrayList<>();
                lines.add(table.columns() + " " + table.numbering());
                read.rows(table, row -> lines.add(row.values().toString()));
                rows.put(table.name(), lines);
            }
        }
        return Collections.unmodifiableMap(rows);
    }

    public Path home() {
        return home;
    }

    public SmpSettings settings() {
        return settings;
    }

    public DataSource database() {
        return pool;
    }

    public DiskStore store() {
        return store;
    }

    public Path file(Picture picture) {
        return settings.storage().path().resolve(picture.location());
    }

    @Override
    public void close() throws SQLException {
        run("CHECKPOINT SYNC");
        pool.dispose();
    }
}
