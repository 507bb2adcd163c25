package org.medexam.smp.core.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;

/** The tables: brought up to this program's version, by the numbered files of {@code sql/}. */
public final class Schema {

    /** Letter for letter: {@code a1} is not {@code A1}, whatever the server's own collation is. */
    private static final String EXACT_ON_SQL_SERVER = "COLLATE Latin1_General_BIN2";

    private final DataSource database;
    private final DatabaseAddress.Kind kind;
    private final Flyway flyway;

    public Schema(DataSource database, DatabaseAddress.Kind kind) {
        this(database, kind, List.of(), MigrationVersion.LATEST);
    }

    /** For a program without a pool. */
    public Schema(DatabaseAddress database) {
        this(database, List.of());
    }

    Schema(DatabaseAddress database, List<Callback> watchers) {
        this(new DirectConnections(database), database.kind(), watchers, MigrationVersion.LATEST);
    }

    private Schema(DataSource database, DatabaseAddress.Kind kind, List<Callback> watchers, MigrationVersion target) {
        this.database = database;
        this.kind = kind;
        flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:sql")
                .placeholders(Map.of("exact", kind == DatabaseAddress.Kind.SQL_SERVER ? EXACT_ON_SQL_SERVER : ""))
                .table("schema_version")
                .target(target)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .callbacks(Stream.concat(Stream.of(new NoTimeoutMigration()), watchers.stream())
                        .toArray(Callback[]::new))
                .load();
    }

    /**
     * Brings the schema to this program's version; does nothing where it already is.
     *
     * @return the version that is in force now, e.g. {@code "001"}
     * @throws SchemaRefused when the database holds another program's tables, a newer schema, or refuses
     */
    public String migrate() {
        try {
            flyway.migrate();
            if (kind == DatabaseAddress.Kind.EMBEDDED) {
                RowNumbers.setRight(database);
            }
            return flyway.info().current().getVersion().getVersion();
        } catch (FlywayException e) {
            throw new SchemaRefused("the schema could not be brought to this program's version", e);
        }
    }

    /** What is in force there and what this program would bring; changes nothing. */
    MigrationInfoService info() {
        return flyway.info();
    }

    /**
     * Brings an empty database to an older version, e.g. for rows that come from there.
     *
     * @throws SchemaRefused also when this program does not know that version
     */
    public void migrateTo(String version) {
        if (!knows(version)) {
            throw new SchemaRefused("this program does not know the schema's version " + version, null);
        }
        new Schema(database, kind, List.of(), MigrationVersion.fromVersion(version)).migrate();
    }

    private boolean knows(String version) {
        return Arrays.stream(flyway.info().all())
                .map(MigrationInfo::getVersion)
                .anyMatch(MigrationVersion.fromVersion(version)::equals);
    }

    /**
     * The version that is in force; empty in a database that has none of our tables.
     *
     * @throws SchemaRefused when the database does not answer
     */
    public Optional<String> version() {
        try {
            return Optional.ofNullable(flyway.info().current())
                    .map(current -> current.getVersion().getVersion());
        } catch (FlywayException e) {
            throw new SchemaRefused("the schema's version could not be asked", e);
        }
    }
}
