package org.medexam.smp.core.settings;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * Where backups go, and when.
 *
 * @param path absolute; empty: no backup is made by itself. Neither in the picture folder nor around it
 * @param at the time of day, in the district's zone, at which the server makes one; 02:00 unless set
 * @param keep how many backups are kept, 14 unless set
 */
public record BackupSettings(Optional<Path> path, LocalTime at, int keep) {

    private static final LocalTime DEFAULT_TIME = LocalTime.of(2, 0);
    private static final int DEFAULT_KEEP = 14;
    private static final int MAX_COUNT = 999;
    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    static BackupSettings from(SettingValues values) {
        Optional<Path> path = values.path(SettingKey.BACKUP_PATH);
        path.ifPresent(folder -> refuseBadPlace(values, folder));
        if (!values.has(SettingKey.BACKUP_PATH)) {
            for (SettingKey useless : new SettingKey[] {SettingKey.BACKUP_AT, SettingKey.BACKUP_KEEP}) {
                if (values.has(useless)) {
                    values.fault(useless, SettingError.USELESS_WITHOUT, SettingKey.BACKUP_PATH);
                }
            }
        }
        return new BackupSettings(
                path,
                values.typed(
                                SettingKey.BACKUP_AT,
                                text -> Optional.of(LocalTime.parse(text, TIME_OF_DAY)),
                                SettingError.NOT_A_TIME_OF_DAY)
                        .orElse(DEFAULT_TIME),
                values.number(SettingKey.BACKUP_KEEP, 1, MAX_COUNT).orElse(DEFAULT_KEEP));
    }

    private static void refuseBadPlace(SettingValues values, Path folder) {
        if (StorageSettings.isBelowWebRoot(folder)) {
            values.fault(SettingKey.BACKUP_PATH, SettingError.BELOW_WWWROOT, folder);
        }
        values.quietPath(SettingKey.STORAGE_PATH)
                .filter(pictures -> pictures.startsWith(folder) || folder.startsWith(pictures))
                .ifPresent(pictures ->
                        values.fault(SettingKey.BACKUP_PATH, SettingError.INSIDE_ONE_ANOTHER, SettingKey.STORAGE_PATH));
    }
}
