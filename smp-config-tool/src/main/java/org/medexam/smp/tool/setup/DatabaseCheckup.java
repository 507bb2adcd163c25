package org.medexam.smp.tool.setup;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.DatabaseFailed;
import org.medexam.smp.core.schema.DatabaseReport;
import org.medexam.smp.tool.Texts;

/** 检查数据库: whether it serves us, and how well. Changes nothing there. */
public final class DatabaseCheckup {

    private static final Duration CLOCKS_AGREE = Duration.ofSeconds(5);
    private static final Duration TICKETS_FAIL = Duration.ofSeconds(60);

    private final Texts texts;
    private final Wording words;
    private final InstantSource clock;

    public DatabaseCheckup(Texts texts, InstantSource clock) {
        this.texts = texts;
        this.words = Wording.of(texts, "database.subject");
        this.clock = clock;
    }

    /** The figures themselves, for a table of the tables. */
    public DatabaseReport report(DatabaseAddress database) {
        return DatabaseReport.of(database, clock::instant);
    }

    public List<Finding> look(DatabaseAddress database) {
        try {
            return findings(database, report(database));
        } catch (DatabaseFailed failed) {
            return List.of(DatabaseWords.of(texts, database, failed));
        }
    }

    private List<Finding> findings(DatabaseAddress database, DatabaseReport report) {
        List<Finding> findings = new ArrayList<>();
        findings.add(words.good("database.reached", database.where(), report.product(), report.version()));
        return findings;
    }
}
