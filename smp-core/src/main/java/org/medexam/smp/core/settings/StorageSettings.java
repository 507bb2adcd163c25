package org.medexam.smp.core.settings;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where pictures lie.
 *
 * @param path absolute; never below {@code Inetpub\wwwroot} (notice S0:682); whether it is there now is the store's to say
 */
public record StorageSettings(Path path) {

    private static final Pattern WEB_ROOT =
            Pattern.compile("(^|[\\\\/])inetpub[\\\\/]+wwwroot([\\\\/]|$)", Pattern.CASE_INSENSITIVE);

    static StorageSettings from(SettingValues values) {
        values.need(SettingKey.STORAGE_PATH);
        Path path = values.path(SettingKey.STORAGE_PATH).orElse(values.home());
        if (isBelowWebRoot(path)) {
            values.fault(SettingKey.STORAGE_PATH, SettingError.BELOW_WWWROOT, path);
        }
        return new StorageSettings(path);
    }

    /** Whether a path lies below {@code Inetpub\wwwroot}, from which a web server may hand out whatever lies there. */
    public static boolean isBelowWebRoot(Path path) {
        return WEB_ROOT.matcher(path.toString()).find();
    }
}
