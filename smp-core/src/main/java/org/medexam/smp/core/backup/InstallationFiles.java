package org.medexam.smp.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.medexam.smp.core.file.PrivateFile;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.core.settings.SettingsText;

/**
 * What an installation's folder {@code conf} holds, and the files that its settings name and that lie elsewhere: those
 * travel as {@code conf/brought/<setting>/<name>}, and the settings that come back name them there.
 */
final class InstallationFiles {

    static final String SETTINGS = "conf/smp.properties";

    private static final String BROUGHT = "conf/brought/";

    /** Keys, catalogues and certificates are small; a thing of this size got here by mistake. */
    private static final long MAX_FILE_BYTES = 64L << 20;

    private static final List<SettingKey> NAMING_FILES = List.of(
            SettingKey.TLS_KEYSTORE,
            SettingKey.TLS_PASSWORD_FILE,
            SettingKey.DB_PASSWORD_FILE,
            SettingKey.SP_JWKS,
            SettingKey.MP_JWKS);

    private final Path home;

    InstallationFiles(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /** Name in the snapshot, with {@code /}, and where the file lies. */
    Map<String, Path> all() throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        try (Stream<Path> inside = Files.walk(home.resolve("conf"))) {
            for (Path file : inside.sorted().toList()) {
                String name = home.relativize(file).toString().replace('\\', '/');
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.size(file) <= MAX_FILE_BYTES
                        && !name.endsWith(".lck")) {
                    files.put(name, file);
                }
            }
        }
        named().forEach((key, file) -> {
            if (!file.startsWith(home.resolve("conf"))) {
                files.put(BROUGHT + key + "/" + file.getFileName(), file);
            }
        });
        return files;
    }

    private Map<String, Path> named() throws IOException {
        Map<String, Path> named = new LinkedHashMap<>();
        SettingsText settings = SettingsText.read(home.resolve(SETTINGS));
        for (SettingKey key : NAMING_FILES) {
            Path file = home.resolve(settings.value(key)).normalize();
            if (Files.isRegularFile(file)) {
                named.put(key.key(), file);
            }
        }
        return named;
    }

    /**
     * Puts a file back. All of them are for their owner alone, since most are secret.
     *
     * @param name as in the snapshot
     */
    void put(String name, byte[] content) {
        Path file = home.resolve(name).normalize();
        if (!file.startsWith(home.resolve("conf"))) {
            throw new IllegalArgumentException("a file outside of conf");
        }
        try {
            Files.createDirectories(file.getParent());
            PrivateFile.write(file, content);
        } catch (IOException failed) {
            throw new BackupRefused(BackupRefused.Reason.CANNOT_WRITE, failed).because(failed);
        }
    }

    /** Whether the settings are only those that came with the program, which nobody has filled in. */
    boolean unset() throws IOException {
        Path settings = home.resolve(SETTINGS);
        return Files.notExists(settings)
                || SettingsText.read(settings).value(SettingKey.DISTRICT_CODE).isEmpty();
    }

    /**
     * Lets the settings name what was brought from elsewhere.
     *
     * @param always also where the file that they name is there
     */
    void nameWhatWasBrought(boolean always) throws IOException {
        SettingsText settings = SettingsText.read(home.resolve(SETTINGS));
        for (SettingKey key : NAMING_FILES) {
            Path folder = home.resolve(BROUGHT + key.key());
            boolean missing = !Files.isRegularFile(home.resolve(settings.value(key)));
            if (Files.isDirectory(folder) && (always || !settings.value(key).isEmpty() && missing)) {
                try (Stream<Path> files = Files.list(folder)) {
                    Path file = files.findFirst().orElseThrow();
                    settings = settings.with(key, BROUGHT + key.key() + "/" + file.getFileName());
                }
            }
        }
        PrivateFile.write(home.resolve(SETTINGS), settings.toString());
    }
}
