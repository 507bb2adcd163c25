package org.medexam.smp.core.settings;

import java.nio.file.Path;

/**
 * All settings of one installation, one record per feature. Hand each feature its own record, never this one.
 *
 * @param home SMP_HOME, absolute; every relative path of the file was resolved against it
 */
public record SmpSettings(
        Path home,
        DistrictSettings district,
        HttpSettings http,
        StorageSettings storage,
        PictureSettings picture,
        StampSettings stamp,
        DatabaseSettings database,
        KeySettings keys,
        WebhookSettings webhook,
        WindowSettings window,
        ReviewSettings review,
        BackupSettings backup) {

    /**
     * Reads and checks a settings file; SMP_HOME is the folder above the one in which the file lies.
     *
     * @param file {@code SMP_HOME/conf/smp.properties}
     * @throws SettingsRefused with every fault of the file
     */
    public static SmpSettings read(Path file) {
        return SettingsReader.read(file);
    }
}
