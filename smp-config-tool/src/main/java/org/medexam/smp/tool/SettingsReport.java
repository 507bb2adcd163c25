package org.medexam.smp.tool;

import java.nio.file.Path;
import java.util.List;
import org.medexam.smp.core.settings.SettingsFault;
import org.medexam.smp.core.settings.SettingsRefused;
import org.medexam.smp.core.settings.SmpSettings;

/**
 * What a look at the settings of one home found.
 *
 * @param home SMP_HOME
 * @param faults empty when a server could start with them
 */
record SettingsReport(Path home, List<SettingsFault> faults) {

    static SettingsReport of(Path home) {
        try {
            SmpSettings.read(file(home));
            return new SettingsReport(home, List.of());
        } catch (SettingsRefused refused) {
            return new SettingsReport(home, refused.faults());
        }
    }

    Path file() {
        return file(home);
    }

    private static Path file(Path home) {
        return home.resolve("conf").resolve("smp.properties");
    }
}
