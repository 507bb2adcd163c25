package org.medexam.smp.core.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Makes SMP's database, or what of it is missing: does nothing to one that is whole, goes on with one that is half
 * made, and touches none that is another program's.
 */
public final class NewDatabase {

    /** What has been done. */
    public enum Step {
        /** The database was there. Detail: its name. */
        FOUND,
        /** The database was made, empty. Detail: its name. */
        CREATED,
        /** Remains of a creation that broke off were removed; they held no row. Detail: the tables. */
        CLEARED,
        /** Readers no longer wait for writers. */
        SNAPSHOTS_ON,
        /** The server did not switch that on. Detail: its words. */
        SNAPSHOTS_REFUSED,
        /** A numbered file was carried out. Detail: its number and name. */
        MIGRATED,
        /** All is there. Detail: the schema's version. */
        DONE
    }

    /** Is told of each step when it is done. */
    @FunctionalInterface
    public interface Steps {
        /** @param left how many numbered files are still to come */
        void done(Step step, String detail, int left);
    }

    private static final int NO_TIMEOUT = 0;

    /** Its own databases, one of which is empty at first and the model of all others. */
    private static final Set<String> OF_THE_SERVER = Set.of("master", "model", "msdb", "tempdb");

    private static final int EXISTS_ALREADY = 1801;

    private final DatabaseAddress address;
    private final Steps steps;

    public NewDatabase(DatabaseAddress address, Steps steps) {
        this.address = address;
        this.steps = steps;
    }

    /**
     * @return the schema's version, e.g. {@code 001}
     * @throws DatabaseFailed when it cannot be; whatever was another's is as it was
     * @throws SchemaRefused when a numbered file does not go through
     */
    public String make() {
        try {
            if (address.kind() == DatabaseAddress.Kind.SQL_SERVER) {
                createIfMissing();
            }
            return fill();
        } catch (SQLException thrown) {
            throw DatabaseFailed.of(thrown, address);
        }
    }

    /**
     * Makes the database where there is none, without a table: for who brings the tables' rows along.
     *
     * @throws DatabaseFailed when it cannot be
     */
    public void makeEmptyIfMissing() {
        try {
            if (address.kind() == DatabaseAddress.Kind.SQL_SERVER && createIfMissing()) {
                try (Connection connection = address.connect()) {
                    switchSnapshotsOn(connection);
                }
            }
        } catch (SQLException thrown) {
            throw DatabaseFailed.of(thrown, address);
        }
    }

    /** Whether it was missing. */
    private boolean createIfMissing() throws SQLException {
        String name = name();
        try (Connection there = address.connect()) {
            refuseOld(there);
            steps.done(Step.FOUND, name, 0);
            return false;
        } catch (SQLException thrown) {
            if (new Diagnosis(address, thrown).trouble() != ConnectionFault.NO_SUCH_DATABASE) {
                throw thrown;
            }
            create(name);
            steps.done(Step.CREATED, name, 0);
            return true;
        }
    }

    private String name() {
        String name = address.databaseName()
                .orElseThrow(() -> new DatabaseFailed(ConnectionFault.NO_SUCH_DATABASE, address.where()));
        if (OF_THE_SERVER.contains(name.toLowerCase(Locale.ROOT))) {
            throw new DatabaseFailed(ConnectionFault.FOREIGN, "SQL Server");
        }
        return name;
    }

    private static void refuseOld(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        if (ServerVersion.of(version).isTooOld()) {
            throw new DatabaseFailed(ConnectionFault.SERVER_TOO_OLD, version);
        }
    }

    private void create(String name) throws SQLException {
        try (Connection master = address.master().connect();
                Statement create = master.createStatement()) {
            refuseOld(master);
            master.setNetworkTimeout(Runnable::run, NO_TIMEOUT);
            create.execute("CREATE DATABASE " + quoted(name));
        } catch (SQLException thrown) {
            if (thrown.getErrorCode() != EXISTS_ALREADY) {
                throw thrown;
            }
        }
    }

    private static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    private String fill() throws SQLException {
        int pending;
        try (Connection connection = address.connect()) {
            TableContents contents = TableContents.of(connection, new Schema(address));
            refuseForeign(contents);
            clearRemains(connection, contents);
            pending = contents.pending();
            if (address.kind() == DatabaseAddress.Kind.SQL_SERVER) {
                switchSnapshotsOn(connection);
            }
        }
        Schema schema = new Schema(address, List.of(new Watcher(pending)));
        String version = schema.migrate();
        steps.done(Step.DONE, version, 0);
        return version;
    }

    private static void refuseForeign(TableContents contents) {
        if (contents.newer()) {
            throw new DatabaseFailed(ConnectionFault.NEWER, contents.version().orElse(""));
        }
        if (contents.othersHistory()) {
            throw new DatabaseFailed(ConnectionFault.FOREIGN, String.join(", ", contents.present()));
        }
        if (contents.version().isEmpty() && !contents.foreign().isEmpty()) {
            throw new DatabaseFailed(ConnectionFault.FOREIGN, String.join(", ", contents.foreign()));
        }
    }

    /** Where tables come one by one, a break leaves some of them behind, without a row and without a version. */
    private void clearRemains(Connection connection, TableContents contents) throws SQLException {
        List<String> remains = contents.version().isPresent()
                ? List.of()
                : contents.present().stream().filter(contents.ours()::contains).toList();
        if (remains.isEmpty()) {
            return;
        }
        for (String table : remains) {
            refuseRows(connection, table);
        }
        List<String> left = new ArrayList<>(remains);
        while (!left.isEmpty()) {
            Optional<String> dropped =
                    left.stream().filter(table -> drop(connection, table)).findFirst();
            left.remove(
                    dropped.orElseThrow(() -> new DatabaseFailed(ConnectionFault.FOREIGN, String.join(", ", left))));
        }
        if (contents.present().contains(TableContents.HISTORY)) {
            drop(connection, TableContents.HISTORY);
        }
        steps.done(Step.CLEARED, String.join(", ", remains), 0);
    }

    private static void refuseRows(Connection connection, String table) throws SQLException {
        try (Statement question = connection.createStatement();
                ResultSet row = question.executeQuery("SELECT TOP 1 1 FROM " + table)) {
            if (row.next()) {
                throw new DatabaseFailed(ConnectionFault.FOREIGN, table);
            }
        }
    }

    /** Whether it went; one that another table refers to goes after that. */
    private static boolean drop(Connection connection, String table) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + table);
            return true;
        } catch (SQLException referredTo) {
            return false;
        }
    }

    private void switchSnapshotsOn(Connection connection) {
        String database = "ALTER DATABASE " + quoted(name());
        try (Statement statement = connection.createStatement()) {
            if (areSnapshotsOn(statement)) {
                return;
            }
            statement.execute(database + " SET ALLOW_SNAPSHOT_ISOLATION ON");
            // never by throwing others out: whoever works in it goes first
            statement.execute(database + " SET READ_COMMITTED_SNAPSHOT ON WITH NO_WAIT");
            steps.done(Step.SNAPSHOTS_ON, "", 0);
        } catch (SQLException refused) {
            steps.done(Step.SNAPSHOTS_REFUSED, refused.getMessage(), 0);
        }
    }

    private static boolean areSnapshotsOn(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT is_read_committed_snapshot_on, snapshot_isolation_state"
                + " FROM sys.databases WHERE name = DB_NAME()")) {
            return row.next() && row.getInt(1) == 1 && row.getInt(2) == 1;
        }
    }

    private final class Watcher implements Callback {

        private int left;

        Watcher(int pending) {
            left = pending;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            left = Math.max(0, left - 1);
            MigrationInfo one = context.getMigrationInfo();
            steps.done(Step.MIGRATED, one.getVersion() + " " + one.getDescription(), left);
        }

        @Override
        public String getCallbackName() {
            return "watcher";
        }
    }
}
