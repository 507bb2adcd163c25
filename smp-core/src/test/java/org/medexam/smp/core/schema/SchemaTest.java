package org.medexam.smp.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    @TempDir
    Path folder;

    @Test
    void makesEveryTableAndDoesNothingTheSecondTime() throws Exception {
        DatabaseAddress address = DatabaseAddress.embedded(folder.resolve("数据"));
        DataSource database = dataSource(address);

        String first = new Schema(database, address.kind()).migrate();
        String second = new Schema(database, address.kind()).migrate();

        assertThat(first).isEqualTo(second);
        assertThat(tables(database))
                .contains("store_bond", "dossier", "picture", "account", "session", "used_ticket", "audit_entry");
    }

    @Test
    void rowsOfTheFirstSchemaStayOnTheWayToThisOne() throws Exception {
        moveOnWithRows(DatabaseAddress.embedded(folder));
    }

    @Test
    void rowsStayOnASqlServerToo() throws Exception {
        try (TestServer server = TestServer.needed()) {
            DatabaseAddress address = server.newDatabase();
            try (Connection master = address.master().connect();
                    Statement statement = master.createStatement()) {
                statement.execute("CREATE DATABASE [" + address.databaseName().orElseThrow() + "]");
            }
            moveOnWithRows(address);
        }
    }

    private static void moveOnWithRows(DatabaseAddress address) throws Exception {
        Schema schema = new Schema(address);
        schema.migrateTo("001");
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO dossier (no, version, state, catalogue, exam_year, exam_category, exam_name,"
                    + " site_code, site_name, candidate_name, facts, created_at, changed_at) VALUES ('A1', 7, 'draft',"
                    + " 'c', 2021, '110', N'医师', '6215', N'白银', N'张三', '{}', '2021-01-15', '2021-01-16')");
            statement.execute(
                    "INSERT INTO picture (public_id, dossier_id, material_code, received_sha256,"
                            + " received_bytes, kept_sha256, bytes, width, height, format, location, uploaded_at, superseded)"
                            + " SELECT 'p', id, 'ID_DOC', 'r', 9, 'k', 7, 4, 3, 'JPEG', '2021/p', '2021-01-16', 0 FROM dossier");
        }

        assertThat(schema.migrate()).isNotEqualTo("001");

        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT d.version, d.candidate_name, d.trial, p.location,"
                        + " p.submitted FROM dossier d JOIN picture p ON p.dossier_id = d.id")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(7);
            assertThat(row.getString(2)).isEqualTo("张三");
            assertThat(row.getBoolean(3)).as("a trial").isFalse();
            assertThat(row.getString(4)).isEqualTo("2021/p");
            assertThat(row.getBoolean(5)).as("submitted").isFalse();
            assertThat(row.next()).isFalse();
        }
    }

    private static DataSource dataSource(DatabaseAddress address) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    private static List<String> tables(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.getMetaData().getTables(null, null, "%", new String[] {"BASE TABLE"})) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME").toLowerCase(java.util.Locale.ROOT));
            }
            return names;
        }
    }
}
