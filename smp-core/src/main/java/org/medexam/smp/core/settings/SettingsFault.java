package org.medexam.smp.core.settings;

import java.util.List;

/**
 * One thing that is wrong with the settings.
 *
 * @param key the setting, or the file's name where the file itself is at fault
 * @param chinese what is wrong, for a person
 * @param english the same in English
 */
public record SettingsFault(String key, String chinese, String english) {

    static SettingsFault of(String key, SettingError wrong, Object... arguments) {
        return new SettingsFault(
                key,
                SettingsMessages.CHINESE.say(wrong, List.of(arguments)),
                SettingsMessages.ENGLISH.say(wrong, List.of(arguments)));
    }
}
