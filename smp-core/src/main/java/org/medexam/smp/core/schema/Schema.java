package org.medexam.smp.core.schema;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables: brought up to this program's version, by the numbered files of {@code sql/}. */
public final class Schema {

    /** Letter for letter: {@code a1} is not {@code A1}, whatever the server's own collation is. */
    private static final String EXACT_ON_SQL_SERVER = "COLLATE Latin1_General_BIN2";

    private final Flyway flyway;

    public Schema(DataSource database, DatabaseAddress.Kind kind) {
        flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:sql")
                .placeholders(Map.of("exact", kind == DatabaseAddress.Kind.SQL_SERVER ? EXACT_ON_SQL_SERVER : ""))
                .table("schema_version")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .callbacks(new Unhurried())
                .load();
    }

    /** For a program without a pool. */
    public Schema(DatabaseAddress database) {
        this(new DirectConnections(database), database.kind());
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
            return flyway.info().current().getVersion().getVersion();
        } catch (FlywayException e) {
            throw new SchemaRefused("the schema could not be brought to this program's version", e);
        }
    }
}
