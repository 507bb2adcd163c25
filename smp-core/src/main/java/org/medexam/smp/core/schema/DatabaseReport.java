package org.medexam.smp.core.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;

/**
 * What a look at a database found; nothing in it was changed.
 *
 * @param product as it calls itself
 * @param version e.g. {@code 15.0.4123.1}
 * @param collation empty where it does not say
 * @param tables every table of this program's schema
 * @param foreign tables there that are not this program's
 * @param schema version in force, e.g. {@code 001}; empty where there is none of ours
 * @param programs version that this program would bring the schema to
 * @param newer whether the schema is a newer SMP's
 * @param readCommittedSnapshot whether readers do not wait for writers; empty where it does not say
 * @param snapshotIsolation whether a transaction can be asked to see one moment; empty where it does not say
 * @param ahead how far the database's clock is ahead of ours; negative when behind
 * @param missing rights that the login does not have and SMP needs, in T-SQL's words
 */
public record DatabaseReport(
        String product,
        String version,
        Optional<String> collation,
        List<Table> tables,
        List<String> foreign,
        Optional<String> schema,
        String programs,
        boolean newer,
        Optional<Boolean> readCommittedSnapshot,
        Optional<Boolean> snapshotIsolation,
        Duration ahead,
        List<String> missing) {

    /** @param rows empty when there is no such table */
    public record Table(String name, OptionalLong rows) {}

    private static final String IN_SCHEMA = "SCHEMA_NAME(), 'SCHEMA'";

    /** Where each right is needed. */
    private static final Map<String, String> RIGHTS = new TreeMap<>(Map.of(
            "SELECT", IN_SCHEMA,
            "INSERT", IN_SCHEMA,
            "UPDATE", IN_SCHEMA,
            "DELETE", IN_SCHEMA,
            "ALTER", IN_SCHEMA,
            "REFERENCES", IN_SCHEMA,
            "CREATE TABLE", "DB_NAME(), 'DATABASE'"));

    /**
     * Looks at an existing database.
     *
     * @param clock ours
     * @throws DatabaseFailed when it does not serve us at all
     */
    public static DatabaseReport of(DatabaseAddress address, Supplier<Instant> clock) {
        DatabaseAddress there = address.existing();
        try (Connection connection = there.connect()) {
            TableContents contents = TableContents.of(connection, new Schema(there));
            boolean server = address.kind() == DatabaseAddress.Kind.SQL_SERVER;
            List<Table> tables = new ArrayList<>();
            for (String name : contents.ours()) {
                tables.add(new Table(
                        name, contents.present().contains(name) ? rows(connection, name) : OptionalLong.empty()));
            }
            return new DatabaseReport(
                    connection.getMetaData().getDatabaseProductName(),
                    connection.getMetaData().getDatabaseProductVersion(),
                    server ? text(connection, "SELECT DATABASEPROPERTYEX(DB_NAME(), 'Collation')") : Optional.empty(),
                    List.copyOf(tables),
                    contents.foreign(),
                    contents.version(),
                    contents.programs(),
                    contents.newer(),
                    server ? flag(connection, "is_read_committed_snapshot_on") : Optional.empty(),
                    server ? flag(connection, "snapshot_isolation_state") : Optional.empty(),
                    server ? ahead(connection, clock) : Duration.ZERO,
                    server ? missing(connection) : List.of());
        } catch (SQLException thrown) {
            throw DatabaseFailed.of(thrown, address);
        } catch (FlywayException thrown) {
            throw new DatabaseFailed(ConnectionFault.OTHER, thrown.getMessage());
        }
    }

    private static OptionalLong rows(Connection connection, String table) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM " + table);
                ResultSet row = count.executeQuery()) {
            row.next();
            return OptionalLong.of(row.getLong(1));
        }
    }

    private static Duration ahead(Connection connection, Supplier<Instant> clock) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("SELECT SYSUTCDATETIME()")) {
            Instant before = clock.get();
            try (ResultSet row = question.executeQuery()) {
                row.next();
                Instant there = row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                Instant after = clock.get();
                return Duration.between(
                        before.plus(Duration.between(before, after).dividedBy(2)), there);
            }
        }
    }

    private static List<String> missing(Connection connection) {
        List<String> missing = new ArrayList<>();
        RIGHTS.forEach((right, where) -> {
            Optional<String> has = text(connection, "SELECT HAS_PERMS_BY_NAME(" + where + ", '" + right + "')");
            if (has.filter("0"::equals).isPresent()) {
                missing.add(right);
            }
        });
        return List.copyOf(missing);
    }

    /** Whether the server is older than SMP can do with. */
    public boolean serverTooOld() {
        return product.equals("Microsoft SQL Server")
                && ServerVersion.of(version).isTooOld();
    }

    private static Optional<Boolean> flag(Connection connection, String column) {
        return text(connection, "SELECT " + column + " FROM sys.databases WHERE name = DB_NAME()")
                .map(state -> state.equals("1") || state.equals("true"));
    }

    /** One value; empty where the server has no answer to that. */
    private static Optional<String> text(Connection connection, String query) {
        try (PreparedStatement question = connection.prepareStatement(query);
                ResultSet row = question.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        } catch (SQLException doesNotSay) {
            return Optional.empty();
        }
    }
}
