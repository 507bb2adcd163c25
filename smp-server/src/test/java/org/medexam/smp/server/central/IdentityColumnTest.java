package org.medexam.smp.server.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.schema.DatabaseAddress;

/** Why changes are not numbered by an identity column: two transactions that commit in the other order. */
class IdentityColumnTest {

    private Connection early;
    private Connection late;
    private Connection reader;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        String url = DatabaseAddress.embedded(folder).url().replaceFirst("LOCK_TIMEOUT=\\d+", "LOCK_TIMEOUT=100");
        early = begin(url);
        late = begin(url);
        reader = begin(url);
        change(reader, "CREATE TABLE by_identity (seq BIGINT IDENTITY(1,1) PRIMARY KEY)");
        change(reader, "CREATE TABLE by_counter (seq BIGINT PRIMARY KEY)");
        change(reader, "CREATE TABLE counter (last_seq BIGINT NOT NULL)");
        change(reader, "INSERT INTO counter (last_seq) VALUES (0)");
        reader.commit();
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection connection : List.of(early, late, reader)) {
            connection.close();
        }
    }

    @Test
    void byIdentityAReaderPassesAChangeThatIsCommittedLater() throws SQLException {
        change(early, "INSERT INTO by_identity DEFAULT VALUES");
        change(late, "INSERT INTO by_identity DEFAULT VALUES");
        late.commit();
        List<Long> first = read("by_identity", 0);
        early.commit();
        List<Long> then = read("by_identity", first.get(first.size() - 1));

        assertThat(first).containsExactly(2L);
        assertThat(then)
                .as("change 1 is committed, and the reader never gets it")
                .isEmpty();
        assertThat(read("by_identity", 0)).containsExactly(1L, 2L);
    }

    @Test
    void byCounterTheSecondGetsNoNumberBeforeTheFirstHasCommitted() throws SQLException {
        change(early, "UPDATE counter SET last_seq = last_seq + 1");
        change(early, "INSERT INTO by_counter (seq) SELECT last_seq FROM counter");

        assertThatThrownBy(() -> change(late, "UPDATE counter SET last_seq = last_seq + 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("counter");
        early.commit();
        change(late, "UPDATE counter SET last_seq = last_seq + 1");
        change(late, "INSERT INTO by_counter (seq) SELECT last_seq FROM counter");

        assertThat(read("by_counter", 0)).containsExactly(1L);
        late.commit();
        assertThat(read("by_counter", 1)).containsExactly(2L);
    }

    private static Connection begin(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url, "sa", "");
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Long> read(String table, long after) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT seq FROM " + table + " WHERE seq > " + after + " ORDER BY seq")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
