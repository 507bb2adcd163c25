package org.medexam.smp.core.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database of ours must do when all of its rows are read, and written into an empty one. */
abstract class RowsContract {

    private static final LocalDateTime THEN = LocalDateTime.of(2021, 1, 15, 1, 30, 12, 7_000_000);

    private DataSource database;

    /** With this program's schema and no rows. */
    abstract DataSource emptyDatabase() throws Exception;

    @BeforeEach
    void open() throws Exception {
        database = emptyDatabase();
    }

    private void run(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private void account(String name, String siteCode, boolean disabled) throws SQLException {
        run(
                "INSERT INTO account (username, display_name, password_hash, role, site_code, disabled, failures,"
                        + " locked_until, created_at) VALUES (?, ?, 'hash', 'site', ?, ?, 3, NULL, ?)",
                name,
                "审核员𠮷 \"引号\"\n换行\t\\",
                siteCode,
                disabled,
                THEN);
    }

    private void session(String token, long account) throws SQLException {
        run(
                "INSERT INTO session (token_sha256, scope, subject, account_id, idle_until, expires_at)"
                        + " VALUES (?, 'own', ?, ?, ?, ?)",
                token,
                token,
                account,
                THEN,
                THEN.plusNanos(999_000_000 - 7_000_000));
    }

    private static List<TableShape> tables(DataSource database) throws SQLException {
        try (ConsistentRead read = ConsistentRead.of(database)) {
            return read.tables();
        }
    }

    private static Map<TableShape, List<Row>> all(DataSource database) throws Exception {
        Map<TableShape, List<Row>> all = new LinkedHashMap<>();
        try (ConsistentRead read = ConsistentRead.of(database)) {
            for (TableShape table : read.tables()) {
                List<Row> rows = new ArrayList<>();
                assertThat(read.rows(table, rows::add)).isEqualTo(rows.size());
                all.put(table, rows);
            }
        }
        return all;
    }

    private TableShape table(String name) throws SQLException {
        return tables(database).stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void write(Map<TableShape, List<Row>> rows) throws SQLException {
        try (RowImport into = RowImport.into(database)) {
            for (Map.Entry<TableShape, List<Row>> table : rows.entrySet()) {
                try (RowImport.RowWriter writer = into.table(table.getKey())) {
                    for (Row row : table.getValue()) {
                        writer.write(row);
                    }
                }
            }
            into.commit();
        }
    }

    @Test
    void parentsComeFirstAndTheBookkeepingNotAtAll() throws Exception {
        List<String> names = tables(database).stream().map(TableShape::name).toList();

        assertThat(names).contains("store_bond", "dossier", "account", "audit_entry", "link_key", "used_ticket");
        assertThat(names).containsSubsequence("dossier", "picture").containsSubsequence("account", "session");
        assertThat(names).doesNotContain("schema_version").doesNotHaveDuplicates();
    }

    @Test
    void everyValueComesOutAsItWentIn() throws Exception {
        account("a", null, true);
        account("B", "6215", false);

        List<Row> rows = all(database).get(table("account"));

        assertThat(rows)
                .extracting(row -> row.values().subList(1, 10))
                .containsExactly(values("a", null, true), values("B", "6215", false));
    }

    private static List<Object> values(String name, String siteCode, boolean disabled) {
        List<Object> values = new ArrayList<>(List.of(name, "审核员𠮷 \"引号\"\n换行\t\\", "hash", "site"));
        values.add(siteCode);
        values.addAll(List.of(disabled, 3L));
        values.add(null);
        values.add(THEN);
        return values;
    }

    @Test
    void whatOthersWriteMeanwhileIsNotSeen() throws Exception {
        account("a", null, false);
        try (ConsistentRead read = ConsistentRead.of(database)) {
            assertThat(read.writersWait()).as("nobody waits for a backup").isFalse();
            account("b", null, false);
            run("DELETE FROM account WHERE username = 'a'");

            List<Row> rows = new ArrayList<>();
            read.rows(table("account"), rows::add);

            assertThat(rows).extracting(row -> row.values().get(1)).containsExactly("a");
        }
    }

    @Test
    void moreThanAPageOfRowsComesInOrderAndOnce() throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO used_ticket (issuer, jti, expires_at) VALUES ('mp', ?, ?)")) {
            for (int i = 0; i < 1_201; i++) {
                insert.setString(1, "jti-" + i);
                insert.setObject(2, THEN);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        List<Row> rows = all(database).get(table("used_ticket"));

        assertThat(rows).hasSize(1_201);
        assertThat(rows)
                .extracting(row -> (Long) row.values().get(0))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void rowsGoBackWithTheirNumbersAndTheCountGoesOn() throws Exception {
        account("a", null, false);
        account("b", "6215", true);
        account("c", null, false);
        run("DELETE FROM account WHERE username = 'a'");
        long b = number("b");
        session("t1", b);
        run("INSERT INTO store_bond (id, store_id, bonded_at) VALUES (1, 'x', ?)", THEN);
        run("DELETE FROM account WHERE username = 'c'");
        Map<TableShape, List<Row>> before = all(database);

        database = emptyDatabase();
        write(before);

        Map<TableShape, List<Row>> after = all(database);
        assertThat(after.values()).containsExactlyElementsOf(before.values());
        assertThat(number("b")).isEqualTo(b);
        account("d", null, false);
        assertThat(number("d"))
                .as("the number of a removed row is not given again")
                .isEqualTo(b + 2);
        session("t2", b);
        run("INSERT INTO used_ticket (issuer, jti, expires_at) VALUES ('mp', 'first', ?)", THEN);
    }

    /** A backup reads the counts a moment before the rows, and uploads do not wait meanwhile. */
    @Test
    void theCountGoesOnBehindRowsThatAreNewerThanIt() throws Exception {
        List<TableShape> early = tables(database);
        account("a", null, false);
        account("b", null, false);
        Map<TableShape, List<Row>> rows = new LinkedHashMap<>();
        all(database)
                .forEach((table, content) -> rows.put(
                        early.stream()
                                .filter(shape -> shape.name().equals(table.name()))
                                .findFirst()
                                .orElseThrow(),
                        content));
        long b = number("b");

        database = emptyDatabase();
        write(rows);
        account("c", null, false);

        assertThat(number("c")).isEqualTo(b + 1);
    }

    private long number(String username) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement("SELECT id FROM account WHERE username = ?")) {
            question.setString(1, username);
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }

    @Test
    void aRowOfTheSchemasOwnGivesWayToThatOfTheBackup() throws Exception {
        run("UPDATE change_counter SET last_seq = 41");
        Map<TableShape, List<Row>> before = all(database);

        database = emptyDatabase();
        write(before);

        assertThat(all(database).get(table("change_counter")))
                .extracting(row -> row.values().get(1))
                .containsExactly(41L);
    }

    @Test
    void whatIsNotCommittedLeavesNothing() throws Exception {
        account("a", null, false);
        Map<TableShape, List<Row>> rows = all(database);
        database = emptyDatabase();
        Map<TableShape, List<Row>> fresh = all(database);

        try (RowImport into = RowImport.into(database)) {
            assertThat(into.filledTables()).isEmpty();
            for (Map.Entry<TableShape, List<Row>> table : rows.entrySet()) {
                try (RowImport.RowWriter writer = into.table(table.getKey())) {
                    for (Row row : table.getValue()) {
                        writer.write(row);
                    }
                }
            }
        }

        assertThat(all(database)).isEqualTo(fresh);
        write(rows);
        try (RowImport look = RowImport.into(database)) {
            assertThat(look.filledTables()).containsExactly("account");
        }
    }

    @Test
    void aRowThatDoesNotFitIsRefused() throws Exception {
        TableShape account = table("account");
        try (RowImport into = RowImport.into(database)) {
            assertThatThrownBy(() -> {
                        try (RowImport.RowWriter writer = into.table(account)) {
                            List<Object> values = new ArrayList<>();
                            account.columns().forEach(column -> values.add(null));
                            writer.write(new Row(values));
                        }
                    })
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void picturesAreFoundByWhatIsAsked() throws Exception {
        run(
                "INSERT INTO dossier (no, version, state, catalogue, exam_year, exam_category, exam_name, site_code,"
                        + " site_name, candidate_name, facts, created_at, changed_at) VALUES ('A1', 1, 'draft', 'c', 2021,"
                        + " '110', 'n', '6215', 's', 'x', '{}', ?, ?)",
                THEN,
                THEN);
        for (String name : List.of("a", "b")) {
            run(
                    "INSERT INTO picture (public_id, dossier_id, material_code, received_sha256, received_bytes,"
                            + " kept_sha256, bytes, width, height, format, location, uploaded_at, superseded)"
                            + " SELECT ?, d.id, 'ID_DOC', 'r', 1, ?, 7, 4, 3, 'JPEG', ?, ?, 0 FROM dossier d",
                    name,
                    "sha-" + name,
                    "place-" + name,
                    THEN);
        }
        PictureRows pictures = new PictureRows(database);

        assertThat(pictures.count()).isEqualTo(2);
        List<PictureRow> both = pictures.after(Long.MIN_VALUE);
        assertThat(both).extracting(PictureRow::location).containsExactly("place-a", "place-b");
        assertThat(both.get(0)).isEqualTo(new PictureRow(both.get(0).id(), "A1", "ID_DOC", "place-a", "sha-a", 7));
        assertThat(pictures.after(both.get(0).id())).containsExactly(both.get(1));
        assertThat(pictures.still(List.of(both.get(1).id(), 4711L))).containsExactly(both.get(1));
        assertThat(pictures.withDigest(List.of("sha-a", "none"))).containsExactly(both.get(0));
        assertThat(pictures.known(List.of("place-b", "place-c"))).containsExactly("place-b");
        assertThat(Optional.of(pictures.still(List.of()))).contains(List.of());
    }
}
