package org.medexam.smp.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsMessagesTest {

    @ParameterizedTest
    @EnumSource(SettingsMessages.class)
    void everyLanguageHasEveryMessageAndNoOther(SettingsMessages language) {
        assertThat(language.words().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SettingError.values())
                        .map(SettingError::message)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(SettingError.class)
    void bothLanguagesSayTheSameArguments(SettingError wrong) {
        for (String argument : List.of("{0}", "{1}", "{2}", "{3}")) {
            assertThat(SettingsMessages.CHINESE.words().get(wrong.message()).contains(argument))
                    .isEqualTo(SettingsMessages.ENGLISH
                            .words()
                            .get(wrong.message())
                            .contains(argument));
        }
        // an apostrophe would swallow the arguments after it
        assertThat(SettingsMessages.ENGLISH.words().get(wrong.message())).doesNotContain("'");
        assertThat(SettingsMessages.CHINESE.say(wrong, List.of("<a>", "<b>", "<c>")))
                .doesNotContain("{", "}");
    }
}
