package org.medexam.smp.core.backup;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.Schema;
import org.medexam.smp.core.settings.SmpSettings;

/**
 * What a backup is made of: one installation.
 *
 * @param home SMP_HOME
 * @param district code of the exam district
 * @param pictures root of the store
 * @param database gives connections to this program's schema; three are held at most
 * @param schema version of the schema that is in force
 */
public record BackupSource(Path home, String district, Path pictures, DataSource database, String schema) {

    /** @param database that of the settings, with a schema that this program can read */
    public static BackupSource of(SmpSettings settings, DataSource database) {
        String schema = new Schema(
                        database, DatabaseAddress.of(settings.database()).kind())
                .version()
                .orElse("");
        return new BackupSource(
                settings.home(), settings.district().code(), settings.storage().path(), database, schema);
    }
}
