package org.medexam.smp.core.rows;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * All tables as they were at one moment, while others go on writing.
 *
 * <p>Where the database can show a snapshot (H2; SQL Server with ALLOW_SNAPSHOT_ISOLATION), nobody waits. On a SQL
 * Server without it every table is locked against writers until the last row is read: they wait that long.
 */
public final class ConsistentRead implements AutoCloseable {

    /** Rows that are held at once; pages by number, since H2 would else gather the whole table first. */
    private static final int PAGE = 500;

    /** Microsoft's number: an upload and we waited for one another, and we gave way. */
    private static final int DEADLOCK_VICTIM = 1205;

    private static final int TRIES = 4;

    private final Connection connection;
    private final boolean writersWait;
    private final List<TableShape> tables;

    /** Takes the rows, one by one. */
    @FunctionalInterface
    public interface Sink {
        void take(Row row) throws IOException;
    }

    private ConsistentRead(Connection connection) throws SQLException {
        this.connection = connection;
        Dialect dialect = Dialect.of(connection);
        this.writersWait = !dialect.allowsSnapshot(connection);
        // what describes the tables is read first: SQL Server lets nothing of it be changed under a snapshot
        this.tables = new Tables(connection, dialect).inOrder();
        connection.commit();
        if (writersWait) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            lockAgainstWriters();
        } else {
            connection.setTransactionIsolation(dialect.snapshotLevel());
            beginNow();
        }
    }

    /** @param database a connection of it is held until the end */
    public static ConsistentRead of(DataSource database) throws SQLException {
        for (int tried = 1; ; tried++) {
            try {
                return begin(database);
            } catch (SQLException e) {
                if (e.getErrorCode() != DEADLOCK_VICTIM || tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static ConsistentRead begin(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            return new ConsistentRead(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void lockAgainstWriters() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET DEADLOCK_PRIORITY LOW"); // an upload is worth more than this try
            for (TableShape table : tables) {
                statement
                        .executeQuery("SELECT TOP 1 1 FROM " + table.name() + " WITH (TABLOCK, HOLDLOCK)")
                        .close();
            }
        }
    }

    /** The first read fixes the moment for all the others. */
    private void beginNow() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (TableShape table : tables) {
                statement.executeQuery("SELECT TOP 1 1 FROM " + table.name()).close();
            }
        }
    }

    /** Those that others refer to come first. */
    public List<TableShape> tables() {
        return tables;
    }

    /** Whether this keeps writers waiting until it is closed. */
    public boolean writersWait() {
        return writersWait;
    }

    /**
     * Every row of a table, in the order of its numbers where it has any.
     *
     * @return how many
     */
    public long rows(TableShape table, Sink sink) throws SQLException, IOException {
        return table.numbering().isPresent() ? pageByPage(table, sink) : atOnce(table, sink);
    }

    private long pageByPage(TableShape table, Sink sink) throws SQLException, IOException {
        String number = table.numbering().orElseThrow().column();
        int numberAt = table.columnNames().indexOf(number);
        String select = "SELECT TOP " + PAGE + " " + String.join(", ", table.columnNames()) + " FROM " + table.name()
                + " WHERE " + number + " > ? ORDER BY " + number;
        long rows = 0;
        long last = Long.MIN_VALUE;
        try (PreparedStatement page = connection.prepareStatement(select)) {
            for (int found = PAGE; found == PAGE; rows += found) {
                page.setLong(1, last);
                found = 0;
                try (ResultSet result = page.executeQuery()) {
                    while (result.next()) {
                        Row row = row(table, result);
                        last = (Long) row.values().get(numberAt);
                        sink.take(row);
                        found++;
                    }
                }
            }
        }
        return rows;
    }

    /** For the few tables of one row. */
    private long atOnce(TableShape table, Sink sink) throws SQLException, IOException {
        long rows = 0;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT " + String.join(", ", table.columnNames()) + " FROM " + table.name())) {
            while (result.next()) {
                sink.take(row(table, result));
                rows++;
            }
        }
        return rows;
    }

    private static Row row(TableShape table, ResultSet result) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            values.add(table.columns().get(i).kind().read(result, i + 1));
        }
        return new Row(values);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
