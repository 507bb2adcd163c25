package org.medexam.smp.core.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the file to the settings, collecting every fault on the way. */
final class SettingsReader {

    private SettingsReader() {}

    static SmpSettings read(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path home = absolute.getParent().resolve("..").normalize();
        List<SettingsFault> faults = new ArrayList<>();
        Map<String, String> entries = SettingsFile.read(absolute, faults);
        if (entries.isEmpty() && !faults.isEmpty()) {
            // the file cannot be read: that every setting is missing then is no news
            throw new SettingsRefused(absolute, faults);
        }
        SmpSettings settings = typed(home, entries, Map.of(), faults);
        if (!faults.isEmpty()) {
            throw new SettingsRefused(absolute, faults);
        }
        return settings;
    }

    /**
     * @param unsaved secrets that are not in their files yet
     * @param faults receives what is wrong; the settings are of use only without any
     */
    static SmpSettings typed(
            Path home, Map<String, String> entries, Map<SettingKey, Secret> unsaved, List<SettingsFault> faults) {
        refuseUnknownKeys(entries, faults);
        SettingValues values = new SettingValues(home, entries, unsaved, faults);
        return new SmpSettings(
                home,
                DistrictSettings.from(values),
                HttpSettings.from(values),
                StorageSettings.from(values),
                PictureSettings.from(values),
                StampSettings.from(values),
                DatabaseSettings.from(values),
                KeySettings.from(values),
                WebhookSettings.from(values),
                WindowSettings.from(values),
                ReviewSettings.from(values),
                BackupSettings.from(values));
    }

    private static void refuseUnknownKeys(Map<String, String> entries, List<SettingsFault> faults) {
        for (String key : entries.keySet()) {
            if (key.startsWith(SettingKey.PREFIX) && SettingKey.of(key).isEmpty()) {
                faults.add(SettingKey.nearest(key)
                        .map(meant -> SettingsFault.of(key, SettingError.UNKNOWN_KEY_NEAR, meant))
                        .orElseGet(() -> SettingsFault.of(key, SettingError.UNKNOWN_KEY)));
            }
        }
    }
}
