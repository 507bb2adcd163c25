package org.medexam.smp.tool.setup;

import java.util.Locale;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.DatabaseFailed;
import org.medexam.smp.tool.Texts;

/** What to say about a database that does not serve us. */
final class DatabaseWords {

    private DatabaseWords() {}

    static Finding of(Texts texts, DatabaseAddress database, DatabaseFailed failed) {
        String key =
                "database." + failed.trouble().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Wording.of(texts, "database.subject")
                .fault(key, database.where(), database.databaseName().orElse(""), database.user(), failed.detail());
    }
}
