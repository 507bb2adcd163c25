package org.medexam.smp.tool.setup;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.medexam.smp.core.schema.ConnectionFault;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.DatabaseFailed;
import org.medexam.smp.core.schema.DatabaseReport;
import org.medexam.smp.tool.ToolMessages;

/** 检查数据库: whether it serves us, and how well. Changes nothing there. */
public final class DatabaseCheckup {

    /**
     * @param report empty when the database does not serve us
     * @param trouble why it does not; empty where it does
     */
    public record Examined(
            List<Finding> findings, Optional<DatabaseReport> report, Optional<ConnectionFault> trouble) {}

    private static final Duration CLOCKS_AGREE = Duration.ofSeconds(5);
    private static final Duration TICKETS_FAIL = Duration.ofSeconds(60);

    private final ToolMessages texts;
    private final FindingMessages words;
    private final InstantSource clock;

    public DatabaseCheckup(ToolMessages texts, InstantSource clock) {
        this.texts = texts;
        this.words = FindingMessages.of(texts, "database.subject");
        this.clock = clock;
    }

    /**
     * The figures themselves, for a table of the tables.
     *
     * @throws DatabaseFailed when the database does not serve us
     */
    public DatabaseReport report(DatabaseAddress database) {
        return DatabaseReport.of(database, clock::instant);
    }

    public List<Finding> look(DatabaseAddress database) {
        return examine(database).findings();
    }

    /** Findings and figures by one and the same look. */
    public Examined examine(DatabaseAddress database) {
        try {
            DatabaseReport report = report(database);
            return new Examined(findings(database, report), Optional.of(report), Optional.empty());
        } catch (DatabaseFailed failed) {
            return new Examined(List.of(failed(database, failed)), Optional.empty(), Optional.of(failed.trouble()));
        }
    }

    private Finding failed(DatabaseAddress database, DatabaseFailed failed) {
        boolean embedded = database.kind() == DatabaseAddress.Kind.EMBEDDED;
        if (failed.trouble() == ConnectionFault.IN_USE) {
            // the embedded one belongs to whoever has it open, and that is well
            return words.advice("database.in-use", database.where());
        }
        return embedded && failed.trouble() == ConnectionFault.NO_SUCH_DATABASE
                ? words.advice("database.not-yet", database.where())
                : DatabaseMessages.of(texts, database, failed);
    }

    private List<Finding> findings(DatabaseAddress database, DatabaseReport report) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                report.serverTooOld()
                        ? DatabaseMessages.of(texts, database, ConnectionFault.SERVER_TOO_OLD, report.version())
                        : words.good("database.reached", database.where(), report.product(), report.version()));
        findings.add(schema(database, report));
        if (!report.missing().isEmpty()) {
            findings.add(words.fault(
                    "database.rights", database.user(), String.join(", ", report.missing()), name(database)));
        }
        report.collation().map(name -> words.good("database.collation", name)).ifPresent(findings::add);
        report.readCommittedSnapshot()
                .map(on -> on
                        ? words.good("database.read-snapshot-on")
                        : words.advice("database.read-snapshot-off", name(database)))
                .ifPresent(findings::add);
        report.snapshotIsolation()
                .map(on ->
                        on ? words.good("database.snapshot-on") : words.advice("database.snapshot-off", name(database)))
                .ifPresent(findings::add);
        if (database.kind() == DatabaseAddress.Kind.SQL_SERVER) {
            findings.add(clocks(report.ahead()));
        }
        return List.copyOf(findings);
    }

    private Finding schema(DatabaseAddress database, DatabaseReport report) {
        String missing = report.tables().stream()
                .filter(table -> table.rows().isEmpty())
                .map(DatabaseReport.Table::name)
                .collect(Collectors.joining(", "));
        if (report.newer()) {
            return DatabaseMessages.of(
                    texts, database, ConnectionFault.NEWER, report.schema().orElse(""));
        }
        if (report.schema().isEmpty()) {
            return report.foreign().isEmpty()
                    ? words.fault("database.empty", name(database))
                    : DatabaseMessages.of(
                            texts, database, ConnectionFault.FOREIGN, String.join(", ", report.foreign()));
        }
        String version = report.schema().get();
        if (!version.equals(report.programs())) {
            return words.advice("database.older", version, report.programs());
        }
        return missing.isEmpty()
                ? words.good("database.whole", version, report.tables().size())
                : words.fault("database.tables-missing", missing);
    }

    private Finding clocks(Duration ahead) {
        String seconds = String.format(Locale.ROOT, "%.1f", ahead.toMillis() / 1000.0);
        if (ahead.abs().compareTo(TICKETS_FAIL) >= 0) {
            return words.fault("database.clock-wrong", seconds);
        }
        return ahead.abs().compareTo(CLOCKS_AGREE) > 0
                ? words.advice("database.clock-off", seconds)
                : words.good("database.clock", seconds);
    }

    private static String name(DatabaseAddress database) {
        return database.databaseName().orElse("");
    }
}
