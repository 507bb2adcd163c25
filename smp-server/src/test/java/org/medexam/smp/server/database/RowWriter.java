package org.medexam.smp.server.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.medexam.smp.core.schema.DatabaseAddress;

/**
 * A process that writes rows into an embedded database and prints the name of each when it is committed and flushed,
 * until it is killed.
 */
final class RowWriter implements Runnable {

    static final int WRITERS = 8;

    /** What a line begins with that names a row; then come the 36 letters of its name. */
    static final String ROW = "ROW ";

    static final int LINE = ROW.length() + 36;

    /** The database may reuse its file's space almost at once: what may go wrong then, goes wrong in seconds. */
    private static final String IMPATIENT = ";RETENTION_TIME=5000";

    private static final String FILLING = "x".repeat(300);

    private final Pool pool;
    private final GroupFlush flush;
    private final int number;

    private RowWriter(Pool pool, GroupFlush flush, int number) {
        this.pool = pool;
        this.flush = flush;
        this.number = number;
    }

    /** @param arguments the database's folder */
    public static void main(String[] arguments) {
        DatabaseAddress address = address(Path.of(arguments[0]));
        Pool pool = new Pool(address, new CircuitBreaker());
        GroupFlush flush = new GroupFlush(address, pool);
        for (int number = 0; number < WRITERS; number++) {
            new Thread(new RowWriter(pool, flush, number)).start();
        }
    }

    private static DatabaseAddress address(Path data) {
        DatabaseAddress usual = DatabaseAddress.embedded(data);
        return new DatabaseAddress(usual.kind(), usual.url() + IMPATIENT, usual.user(), usual.password());
    }

    static Connection open(Path data) throws SQLException {
        DatabaseAddress address = address(data);
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    static void makeTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE counter (id INT PRIMARY KEY, number INT NOT NULL)");
            for (int number = 0; number < WRITERS / 2; number++) {
                statement.execute("INSERT INTO counter (id, number) VALUES (" + number + ", 0)");
            }
            statement.execute("CREATE TABLE written (id BIGINT IDENTITY(1,1) PRIMARY KEY,"
                    + " name NVARCHAR(40) NOT NULL UNIQUE, filling NVARCHAR(400))");
            statement.execute("CREATE INDEX ix_written ON written (filling, name)");
            statement.execute("CREATE TABLE trail (id BIGINT IDENTITY(1,1) PRIMARY KEY, name NVARCHAR(40),"
                    + " at DATETIME2(3))");
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                String name = UUID.randomUUID().toString();
                try (Connection connection = pool.getConnection()) {
                    write(connection, name);
                    connection.commit();
                }
                flush.run();
                System.out.println(ROW + name);
            }
        } catch (SQLException e) {
            System.out.println("FAULT " + e.getMessage().lines().findFirst().orElse(""));
            Runtime.getRuntime().halt(1);
        }
    }

    /** As an upload does: two writers share a row that they lock, and write to two more tables. */
    private void write(Connection connection, String name) throws SQLException {
        change(connection, "UPDATE counter SET number = number + 1 WHERE id = " + number / 2);
        change(connection, "INSERT INTO written (name, filling) VALUES (?, '" + FILLING + "')", name);
        change(connection, "INSERT INTO trail (name, at) VALUES (?, CURRENT_TIMESTAMP)", name);
    }

    private static void change(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                statement.setString(n + 1, values[n]);
            }
            statement.executeUpdate();
        }
    }
}
