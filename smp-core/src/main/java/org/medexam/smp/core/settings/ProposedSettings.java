package org.medexam.smp.core.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings that are not saved yet.
 *
 * @param home SMP_HOME, absolute
 * @param text what would stand in the file
 * @param secrets that are not in their files yet, by the setting that names the file
 */
public record ProposedSettings(Path home, SettingsText text, Map<SettingKey, Secret> secrets) {

    public ProposedSettings {
        secrets = Map.copyOf(secrets);
    }

    /** What would keep a server from starting with them; nothing of it is slow. */
    public List<SettingsFault> faults() {
        List<SettingsFault> faults = new ArrayList<>();
        SettingsReader.typed(home, entries(faults), secrets, faults);
        return List.copyOf(faults);
    }

    /** The database that they name so far. */
    public DatabaseSettings database() {
        return DatabaseSettings.from(values());
    }

    /** The secret itself, from here or from the file that the setting names. */
    public Optional<Secret> secret(SettingKey key) {
        return values().secret(key);
    }

    /** A file or folder, absolute; a relative one is meant from SMP_HOME. */
    public Optional<Path> path(SettingKey key) {
        return values().path(key);
    }

    private SettingValues values() {
        return new SettingValues(home, entries(new ArrayList<>()), secrets, new ArrayList<>());
    }

    private Map<String, String> entries(List<SettingsFault> faults) {
        return SettingsFile.entries("smp.properties", text, faults);
    }
}
