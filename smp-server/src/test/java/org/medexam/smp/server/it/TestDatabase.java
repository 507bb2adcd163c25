package org.medexam.smp.server.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SQL Server that {@code SMP_TEST_DB_URL}, {@code …_USER} and {@code …_PASSWORD} name: ours to empty and fill. */
public record TestDatabase(String url, String user, String password) {

    public static Optional<TestDatabase> fromEnvironment() {
        return Optional.ofNullable(System.getenv("SMP_TEST_DB_URL"))
                .map(url -> new TestDatabase(
                        url, System.getenv("SMP_TEST_DB_USER"), System.getenv("SMP_TEST_DB_PASSWORD")));
    }

    /** Drops every table, foreign keys first. */
    public void empty() {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            for (String drop : drops(statement)) {
                statement.execute(drop);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the test database cannot be emptied", e);
        }
    }

    private static List<String> drops(Statement statement) throws SQLException {
        List<String> drops = new ArrayList<>();
        try (ResultSet keys = statement.executeQuery("SELECT TABLE_NAME, CONSTRAINT_NAME"
                + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE CONSTRAINT_TYPE = 'FOREIGN KEY'"
                + " AND TABLE_SCHEMA = 'dbo'")) {
            while (keys.next()) {
                drops.add("ALTER TABLE [" + keys.getString(1) + "] DROP CONSTRAINT [" + keys.getString(2) + "]");
            }
        }
        try (ResultSet tables = statement.executeQuery("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
                + " WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA = 'dbo'")) {
            while (tables.next()) {
                drops.add("DROP TABLE [" + tables.getString(1) + "]");
            }
        }
        return drops;
    }

    Map<String, String> settings(Path home) {
        try {
            Files.writeString(home.resolve("conf/db.password"), password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("smp.db.url", url, "smp.db.user", user, "smp.db.password-file", "conf/db.password");
    }
}
