package org.medexam.smp.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.schema.NewDatabase.Step;

class NewDatabaseTest {

    @TempDir
    Path folder;

    private final List<Step> steps = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    @Test
    void makesTheEmbeddedOneAndDoesNothingTheSecondTime() {
        DatabaseAddress database = DatabaseAddress.embedded(folder.resolve("数据"));

        String version = make(database);
        assertThat(steps).startsWith(Step.MIGRATED).endsWith(Step.DONE);
        steps.clear();

        assertThat(make(database)).isEqualTo(version);
        assertThat(steps).containsExactly(Step.DONE);
        DatabaseReport report = report(database);
        assertThat(report.schema()).contains(version);
        assertThat(report.programs()).isEqualTo(version);
        assertThat(report.tables()).extracting(DatabaseReport.Table::name).contains("dossier", "picture", "account");
        assertThat(report.tables()).allMatch(table -> table.rows().isPresent());
        assertThat(report.foreign()).isEmpty();
    }

    @Test
    void makesTheDatabaseOnAServerAndDoesNothingTheSecondTime() throws Exception {
        try (TestServer server = TestServer.needed()) {
            DatabaseAddress database = server.newDatabase();

            make(database);
            assertThat(steps).startsWith(Step.CREATED).contains(Step.MIGRATED).endsWith(Step.DONE);
            steps.clear();
            make(database);

            assertThat(steps)
                    .startsWith(Step.FOUND)
                    .doesNotContain(Step.MIGRATED)
                    .endsWith(Step.DONE);
            DatabaseReport report = report(database);
            assertThat(report.tables()).allMatch(table -> table.rows().isPresent());
            assertThat(report.missing()).isEmpty();
            assertThat(report.collation()).isPresent();
            assertThat(report.readCommittedSnapshot()).isPresent();
            assertThat(report.ahead().abs()).isLessThan(Duration.ofSeconds(30));
            assertThat(report.serverTooOld()).isFalse();
        }
    }

    @Test
    void goesOnWhereACreationBrokeOff() throws Exception {
        DatabaseAddress database = DatabaseAddress.embedded(folder);
        run(database, "CREATE TABLE dossier (id INT PRIMARY KEY)");
        run(database, "CREATE TABLE picture (id INT, dossier_id INT REFERENCES dossier (id))");

        make(database);

        assertThat(steps).startsWith(Step.CLEARED).endsWith(Step.DONE);
        assertThat(report(database).tables()).allMatch(table -> table.rows().isPresent());
    }

    @Test
    void goesOnOnAServerWhereOnlyTheDatabaseWasMade() throws Exception {
        try (TestServer server = TestServer.needed()) {
            DatabaseAddress database = server.newDatabase();
            run(database.master(), "CREATE DATABASE [" + database.databaseName().orElseThrow() + "]");
            run(database, "CREATE TABLE dossier (id INT PRIMARY KEY)");

            make(database);

            assertThat(steps).startsWith(Step.FOUND, Step.CLEARED).endsWith(Step.DONE);
        }
    }

    @Test
    void remainsThatHoldARowAreNobodysToThrowAway() throws Exception {
        DatabaseAddress database = DatabaseAddress.embedded(folder);
        run(database, "CREATE TABLE dossier (id INT PRIMARY KEY)");
        run(database, "INSERT INTO dossier VALUES (7)");

        refused(database, ConnectionFault.FOREIGN);

        assertThat(tables(database)).containsExactly("dossier");
    }

    @Test
    void touchesNoDatabaseOfAnotherProgram() throws Exception {
        DatabaseAddress database = DatabaseAddress.embedded(folder);
        run(database, "CREATE TABLE invoices (id INT PRIMARY KEY)");

        assertThat(refused(database, ConnectionFault.FOREIGN).detail()).isEqualTo("invoices");

        assertThat(tables(database)).containsExactly("invoices");
    }

    @Test
    void touchesNoDatabaseOfAnotherProgramOnAServer() throws Exception {
        try (TestServer server = TestServer.needed()) {
            DatabaseAddress database = server.newDatabase();
            run(database.master(), "CREATE DATABASE [" + database.databaseName().orElseThrow() + "]");
            run(database, "CREATE TABLE invoices (id INT PRIMARY KEY)");

            assertThat(refused(database, ConnectionFault.FOREIGN).detail()).isEqualTo("invoices");

            assertThat(tables(database)).containsExactly("invoices");
        }
    }

    @Test
    void theServersOwnDatabasesAreNotForUs() throws Exception {
        try (TestServer server = TestServer.needed()) {
            refused(server.named("master"), ConnectionFault.FOREIGN);
            refused(server.named("Model"), ConnectionFault.FOREIGN);
        }
    }

    @Test
    void anotherProgramsVersionsAreNotOurs() throws Exception {
        DatabaseAddress database = DatabaseAddress.embedded(folder);
        make(database);
        run(database, "UPDATE \"schema_version\" SET \"checksum\" = 1 WHERE \"version\" = '001'");

        refused(database, ConnectionFault.FOREIGN);
    }

    @Test
    void leavesTheSchemaOfANewerOneAlone() throws Exception {
        DatabaseAddress database = DatabaseAddress.embedded(folder);
        make(database);
        run(
                database,
                "INSERT INTO \"schema_version\" (\"installed_rank\", \"version\", \"description\", \"type\","
                        + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                        + " VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 5, 'sa', 1, TRUE)");

        assertThat(refused(database, ConnectionFault.NEWER).detail()).isEqualTo("999");
        assertThat(report(database).newer()).isTrue();
    }

    @Test
    void aLookMakesNoDatabase() {
        DatabaseAddress database = DatabaseAddress.embedded(folder.resolve("data"));

        assertThatExceptionOfType(DatabaseFailed.class)
                .isThrownBy(() -> report(database))
                .matches(failed -> failed.trouble() == ConnectionFault.NO_SUCH_DATABASE);
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }

    @Test
    void namesATableThatIsGone() throws Exception {
        DatabaseAddress database = DatabaseAddress.embedded(folder);
        make(database);
        run(database, "DROP TABLE used_ticket");

        assertThat(report(database).tables())
                .filteredOn(table -> table.rows().isEmpty())
                .extracting(DatabaseReport.Table::name)
                .containsExactly("used_ticket");
    }

    private String make(DatabaseAddress database) {
        return new NewDatabase(database, (step, detail, left) -> {
                    steps.add(step);
                    details.add(detail);
                })
                .make();
    }

    private DatabaseFailed refused(DatabaseAddress database, ConnectionFault trouble) {
        try {
            make(database);
        } catch (DatabaseFailed failed) {
            assertThat(failed.trouble()).isEqualTo(trouble);
            return failed;
        }
        throw new AssertionError("was not refused: " + details);
    }

    private static DatabaseReport report(DatabaseAddress database) {
        return DatabaseReport.of(database, Instant::now);
    }

    private static void run(DatabaseAddress database, String sql) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> tables(DatabaseAddress database) throws Exception {
        try (Connection connection = database.connect()) {
            return List.copyOf(
                    TableContents.of(connection, new Schema(database)).present());
        }
    }
}
