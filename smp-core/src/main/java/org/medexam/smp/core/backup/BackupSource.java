package org.medexam.smp.core.backup;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.settings.SmpSettings;

/**
 * What a backup is made of: one installation.
 *
 * @param home SMP_HOME
 * @param district code of the exam district
 * @param pictures root of the store
 * @param database gives connections to a schema that this program can read; two are held at most
 * @param kind what speaks there
 */
public record BackupSource(Path home, String district, Path pictures, DataSource database, DatabaseAddress.Kind kind) {

    /** @param database that of the settings */
    public static BackupSource of(SmpSettings settings, DataSource database) {
        return new BackupSource(
                settings.home(),
                settings.district().code(),
                settings.storage().path(),
                database,
                DatabaseAddress.of(settings.database()).kind());
    }
}
