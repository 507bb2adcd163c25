package org.medexam.smp.core.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/**
 * Rows into the tables of an empty database, with the numbers that they had. All of them or, where anything fails or
 * {@link #commit} is never reached, none.
 */
public final class RowImport implements AutoCloseable {

    private static final int BATCH = 500;

    private final Connection connection;
    private final Dialect dialect;
    private final List<Counted> counted = new ArrayList<>();

    private record Counted(String table, TableShape.Numbering numbering, boolean empty) {}

    private RowImport(Connection connection) throws SQLException {
        this.connection = connection;
        this.dialect = Dialect.of(connection);
    }

    /** @param database its schema of the version from which the rows come */
    public static RowImport into(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            return new RowImport(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The names of our tables that hold any row of use; none where a database is empty or has no tables. */
    public List<String> filledTables() throws SQLException {
        List<String> filled = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            List<String> tables = new Tables(connection, dialect)
                    .names().stream()
                            .filter(table -> !Tables.begunBySchema(table))
                            .toList();
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT TOP 1 1 FROM " + quoted(table))) {
                    if (row.next()) {
                        filled.add(table);
                    }
                }
            }
        }
        return filled;
    }

    /** Another program's table may be called anything. */
    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Takes one table's rows; tables come in the order of {@link ConsistentRead#tables}. */
    public RowWriter table(TableShape table) throws SQLException {
        return new RowWriter(table);
    }

    /** One table's rows, in the order of its numbers. */
    public final class RowWriter implements AutoCloseable {

        private final TableShape table;
        private final PreparedStatement insert;
        private final int numberAt;
        private long rows;
        private long greatest = Long.MIN_VALUE;

        private RowWriter(TableShape table) throws SQLException {
            this.table = table;
            String places =
                    String.join(", ", Collections.nCopies(table.columns().size(), "?"));
            if (Tables.begunBySchema(table.name())) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("DELETE FROM " + table.name());
                }
            }
            this.numberAt = table.numbering()
                    .map(numbering -> table.columnNames().indexOf(numbering.column()))
                    .orElse(-1);
            numbers(true);
            this.insert = connection.prepareStatement("INSERT INTO " + table.name() + " ("
                    + String.join(", ", table.columnNames()) + ") VALUES (" + places + ")");
        }

        /** @throws SQLException when the row does not fit the table */
        public void write(Row row) throws SQLException {
            for (int i = 0; i < table.columns().size(); i++) {
                table.columns().get(i).kind().bind(insert, i + 1, row.values().get(i));
            }
            insert.addBatch();
            if (numberAt >= 0 && row.values().get(numberAt) instanceof Long number) {
                greatest = Math.max(greatest, number);
            }
            if (++rows % BATCH == 0) {
                insert.executeBatch();
            }
        }

        @Override
        public void close() throws SQLException {
            try (insert) {
                insert.executeBatch();
            }
            numbers(false);
            table.numbering()
                    .map(numbering -> numbering.behind(greatest))
                    .ifPresent(numbering -> counted.add(new Counted(table.name(), numbering, rows == 0)));
        }

        private void numbers(boolean own) throws SQLException {
            if (table.numbering().isPresent()) {
                dialect.takeNumbers(connection, table.name(), own);
            }
        }
    }

    /** Keeps all of it; the numbers of new rows go on from where they were. */
    public void commit() throws SQLException {
        connection.commit();
        // after the commit, since H2 commits by itself before it alters a table
        for (Counted each : counted) {
            dialect.countFrom(connection, each.table(), each.numbering(), each.empty());
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
