package org.medexam.smp.core.rows;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** In what the two databases differ when whole tables are read and written. */
enum Dialect {
    H2("PUBLIC"),
    SQL_SERVER("dbo");

    /** {@code Constants.TRANSACTION_SNAPSHOT} of H2: not in the JDBC standard. */
    private static final int H2_SNAPSHOT = 6;

    private final String schema;

    Dialect(String schema) {
        this.schema = schema;
    }

    static Dialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:h2:") ? H2 : SQL_SERVER;
    }

    /** In which our tables lie. */
    String schema() {
        return schema;
    }

    /** The level of isolation that shows one moment to all reads of a transaction and makes no writer wait. */
    int snapshotLevel() {
        return this == H2 ? H2_SNAPSHOT : ISQLServerConnection.TRANSACTION_SNAPSHOT;
    }

    boolean allowsSnapshot(Connection connection) throws SQLException {
        if (this == H2) {
            return true;
        }
        try (Statement question = connection.createStatement();
                ResultSet state = question.executeQuery(
                        "SELECT CAST(snapshot_isolation_state AS INT) FROM sys.databases WHERE name = DB_NAME()")) {
            return state.next() && state.getInt(1) == 1;
        }
    }

    /** The number that a table's next row gets: table, for H2 also column. */
    String nextNumber() {
        return this == H2
                ? "SELECT IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'PUBLIC'"
                        + " AND LOWER(TABLE_NAME) = ? AND LOWER(COLUMN_NAME) = ?"
                // before the first row this is the first number, after it the last one that was given
                : "SELECT CAST(IDENT_CURRENT(?) AS BIGINT) + 1";
    }

    /** Before rows that bring their own numbers; H2 takes them as they are. */
    void takeNumbers(Connection connection, String table, boolean on) throws SQLException {
        if (this == SQL_SERVER) {
            run(connection, "SET IDENTITY_INSERT " + table + (on ? " ON" : " OFF"));
        }
    }

    /** After them: from now on the database counts on from there. */
    void countFrom(Connection connection, String table, TableShape.Numbering numbering, boolean empty)
            throws SQLException {
        run(
                connection,
                this == H2
                        ? "ALTER TABLE " + table + " ALTER COLUMN " + numbering.column() + " RESTART WITH "
                                + numbering.next()
                        // a table that never had a row begins with this number, any other one with the next
                        : "DBCC CHECKIDENT ('" + table + "', RESEED, "
                                + (empty ? numbering.next() : numbering.next() - 1) + ") WITH NO_INFOMSGS");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
