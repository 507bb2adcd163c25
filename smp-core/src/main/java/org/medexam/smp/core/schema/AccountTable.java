package org.medexam.smp.core.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.medexam.smp.core.password.PasswordHash;

/** The reviewers' own accounts, before the server runs: the first account keeper has nobody to be made by. */
public final class AccountTable {

    private final DatabaseAddress database;

    /** @param database with this program's schema */
    public AccountTable(DatabaseAddress database) {
        this.database = database;
    }

    /** What an account may do; the word is the one in the table. */
    public enum Role {
        SITE,
        DISTRICT,
        KEEPER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param username 1–40 characters, compared letter for letter
     * @param displayName as colleagues read it
     * @param site the site's code for {@link Role#SITE}, else empty
     */
    public record NewAccount(String username, String displayName, Role role, Optional<String> site) {}

    /**
     * Enters an account; one of that name gets the new password, and may sign in again.
     *
     * @throws SQLException when the database refuses or does not answer
     */
    public void put(NewAccount account, PasswordHash password, Instant now) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            if (!renew(connection, account, password)) {
                add(connection, account, password, now);
            }
            connection.commit();
            database.flushStatement().ifPresent(flush -> run(connection, flush));
        }
    }

    /**
     * What the account of that name may do; empty when there is none.
     *
     * @throws DatabaseFailed when the database refuses or does not answer
     */
    public Optional<Role> role(String username) {
        try (Connection connection = database.existing().connect();
                PreparedStatement question =
                        connection.prepareStatement("SELECT role FROM account WHERE username = ?")) {
            question.setString(1, username);
            try (ResultSet row = question.executeQuery()) {
                return row.next()
                        ? Optional.of(Role.valueOf(row.getString(1).toUpperCase(Locale.ROOT)))
                        : Optional.empty();
            }
        } catch (SQLException thrown) {
            throw DatabaseFailed.of(thrown, database);
        }
    }

    /**
     * The names of those of that role who may sign in, in the database's order of them.
     *
     * @throws DatabaseFailed when the database refuses or does not answer
     */
    public List<String> names(Role role) {
        try (Connection connection = database.existing().connect();
                PreparedStatement question = connection.prepareStatement(
                        "SELECT username FROM account WHERE role = ? AND disabled = 0 ORDER BY username")) {
            question.setString(1, role.word());
            List<String> names = new ArrayList<>();
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return List.copyOf(names);
        } catch (SQLException thrown) {
            throw DatabaseFailed.of(thrown, database);
        }
    }

    private static boolean renew(Connection connection, NewAccount account, PasswordHash password) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE account SET password_hash = ?,"
                + " disabled = 0, failures = 0, locked_until = NULL WHERE username = ?")) {
            update.setString(1, password.encoded());
            update.setString(2, account.username());
            return update.executeUpdate() == 1;
        }
    }

    private static void add(Connection connection, NewAccount account, PasswordHash password, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO account (username, display_name, password_hash, role, site_code, disabled, failures,"
                        + " created_at) VALUES (?, ?, ?, ?, ?, 0, 0, ?)")) {
            insert.setString(1, account.username());
            insert.setString(2, account.displayName());
            insert.setString(3, password.encoded());
            insert.setString(4, account.role().word());
            insert.setString(5, account.site().orElse(null));
            insert.setObject(6, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static void run(Connection connection, String statement) {
        try (PreparedStatement flush = connection.prepareStatement(statement)) {
            flush.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the account could not be flushed to the disk", e);
        }
    }
}
