package org.medexam.smp.core.settings;

import java.nio.file.Path;
import java.util.List;

/** The settings do not do. The message lists every fault, one a line, in Chinese and in English. */
public final class SettingsRefused extends RuntimeException {

    private final transient List<SettingsFault> faults;

    /**
     * @param file the settings file
     * @param faults in the order in which they are listed; never empty
     */
    public SettingsRefused(Path file, List<SettingsFault> faults) {
        super(listing(file, faults));
        this.faults = List.copyOf(faults);
    }

    /** In the order of the file and then of the features; never empty. */
    public List<SettingsFault> faults() {
        return faults;
    }

    private static String listing(Path file, List<SettingsFault> faults) {
        StringBuilder text = new StringBuilder();
        SettingsFault heading = SettingsFault.of("", SettingError.HEADING, file, faults.size());
        text.append(heading.chinese()).append(" / ").append(heading.english());
        for (SettingsFault fault : faults) {
            text.append("\n  ").append(fault.key()).append(": ").append(fault.chinese());
            text.append(" / ").append(fault.english());
        }
        return text.toString();
    }
}
