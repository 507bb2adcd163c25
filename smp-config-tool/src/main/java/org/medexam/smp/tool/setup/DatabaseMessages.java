package org.medexam.smp.tool.setup;

import java.util.Locale;
import org.medexam.smp.core.schema.ConnectionFault;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.DatabaseFailed;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;

/** What to say about a database that does not serve us. */
public final class DatabaseMessages {

    private DatabaseMessages() {}

    static Finding of(ToolMessages texts, DatabaseAddress database, DatabaseFailed failed) {
        return of(texts, database, failed.trouble(), failed.detail());
    }

    static Finding of(ToolMessages texts, DatabaseAddress database, ConnectionFault trouble, String detail) {
        String key = "database." + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return FindingMessages.of(texts, "database.subject")
                .fault(key, database.where(), database.databaseName().orElse(""), database.user(), detail);
    }

    /** For a command or a button that wanted to do something there. */
    public static Failed failed(ToolMessages texts, DatabaseAddress database, DatabaseFailed failed) {
        Finding finding = of(texts, database, failed);
        return new Failed(finding.text() + "\n" + finding.remedy());
    }
}
