package org.medexam.smp.tool.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.file.PrivateFile;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.settings.ProposedSettings;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.core.settings.SettingsFault;
import org.medexam.smp.core.settings.SettingsText;

/**
 * The settings of one home as somebody fills them in, secrets apart. Immutable: every change gives another draft.
 * All but {@link #save} is quick and changes nothing.
 */
public final class Draft {

    /** Where a secret that was typed is kept, from the home. */
    private static final Map<SettingKey, String> SECRET_FILES = Map.of(
            SettingKey.DB_PASSWORD_FILE, "conf/db.password", SettingKey.TLS_PASSWORD_FILE, "conf/smp.p12.password");

    private final Path home;
    private final SettingsText before;
    private final Map<SettingKey, String> values;
    private final Map<SettingKey, Secret> secrets;

    private Draft(Path home, SettingsText before, Map<SettingKey, String> values, Map<SettingKey, Secret> secrets) {
        this.home = home;
        this.before = before;
        this.values = values;
        this.secrets = secrets;
    }

    /** What {@code conf/smp.properties} holds, however faulty; the sample's settings where there is no such file. */
    public static Draft of(Path home) {
        Path absolute = home.toAbsolutePath().normalize();
        return new Draft(absolute, textOf(absolute), Map.of(), Map.of());
    }

    private static SettingsText textOf(Path home) {
        try {
            return Files.isReadable(file(home)) ? SettingsText.read(file(home)) : sample();
        } catch (IOException unreadable) {
            return sample();
        }
    }

    private static SettingsText sample() {
        try (InputStream in = Draft.class.getResourceAsStream("smp.properties")) {
            return SettingsText.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path file(Path home) {
        return home.resolve("conf").resolve("smp.properties");
    }

    /** SMP_HOME, absolute. */
    public Path home() {
        return home;
    }

    /** {@code conf/smp.properties} of the home. */
    public Path file() {
        return file(home);
    }

    /** Whether nothing was filled in yet: there is no settings file, or the sample as it was unpacked. */
    public boolean isUntouched() {
        SettingsText sample = sample();
        return Arrays.stream(SettingKey.values()).allMatch(key -> value(key).equals(sample.value(key)));
    }

    /** As it would stand in the file; empty when the setting is absent. */
    public String value(SettingKey key) {
        return values.getOrDefault(key, before.value(key));
    }

    /** @param value the empty text takes the setting away */
    public Draft with(SettingKey key, String value) {
        Map<SettingKey, String> changed = copy(values);
        changed.put(key, value.strip());
        if (value.strip().equals(before.value(key))) {
            changed.remove(key);
        }
        return new Draft(home, before, changed, secrets);
    }

    /** Without a line whose key is none of ours, which stays as a remark. */
    public Draft without(String unknownKey) {
        return new Draft(home, before.without(unknownKey), values, secrets);
    }

    /** Whether there is a password for this setting, here or already in its file. */
    public boolean hasSecret(SettingKey key) {
        return unsaved().secret(key).isPresent();
    }

    /** @param key {@code DB_PASSWORD_FILE} or {@code TLS_PASSWORD_FILE}; the setting will name the secret's usual file */
    public Draft withSecret(SettingKey key, Secret secret) {
        if (!SECRET_FILES.containsKey(key)) {
            throw new IllegalArgumentException(key + " names no secret");
        }
        if (secret.reveal().isEmpty()) {
            return withoutSecret(key);
        }
        Map<SettingKey, Secret> changed = copy(secrets);
        changed.put(key, secret);
        return new Draft(home, before, values, changed).with(key, SECRET_FILES.get(key));
    }

    private Draft withoutSecret(SettingKey key) {
        Map<SettingKey, Secret> changed = copy(secrets);
        changed.remove(key);
        return new Draft(home, before, values, changed).with(key, before.value(key));
    }

    /** The password for this setting, from here or from its file. */
    public Optional<Secret> secret(SettingKey key) {
        return unsaved().secret(key);
    }

    /** The file or folder that a setting names, absolute; empty when it names none. */
    public Optional<Path> path(SettingKey key) {
        return unsaved().path(key);
    }

    /** What would keep a server from starting with these settings, once they are saved. */
    public List<SettingsFault> faults() {
        return unsaved().faults();
    }

    /** Whether it differs from what is on the disk, by a setting, a password, or a file that is missing or not UTF-8. */
    public boolean changed() {
        return !secrets.isEmpty() || !isOnDisk(text());
    }

    private boolean isOnDisk(SettingsText text) {
        try {
            return SettingsText.of(Files.readString(file())).toString().equals(text.toString());
        } catch (IOException missingOrOtherEncoding) {
            return false;
        }
    }

    /** The database that it names, with its password: for a look before saving. */
    public DatabaseAddress database() {
        return DatabaseAddress.of(unsaved().database());
    }

    /**
     * Writes secrets and settings, each file as a whole; the settings' old file becomes {@code smp.properties.bak}.
     *
     * @throws UncheckedIOException when a file cannot be written; the settings then are the old ones
     */
    public void save() {
        try {
            Files.createDirectories(file().getParent());
            for (Map.Entry<SettingKey, Secret> secret : secrets.entrySet()) {
                PrivateFile.write(
                        home.resolve(SECRET_FILES.get(secret.getKey())),
                        secret.getValue().reveal() + "\n");
            }
            replace(text().toString());
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    private void replace(String text) throws IOException {
        if (Files.isRegularFile(file())) {
            AtomicFile.copy(file(), file().resolveSibling("smp.properties.bak"));
        }
        AtomicFile.write(file(), text);
    }

    private SettingsText text() {
        SettingsText text = before;
        for (SettingKey key : SettingKey.values()) {
            text = values.containsKey(key) ? text.with(key, values.get(key)) : text;
        }
        return text;
    }

    private ProposedSettings unsaved() {
        return new ProposedSettings(home, text(), secrets);
    }

    private static <V> Map<SettingKey, V> copy(Map<SettingKey, V> map) {
        Map<SettingKey, V> copy = new EnumMap<>(SettingKey.class);
        copy.putAll(map);
        return copy;
    }
}
