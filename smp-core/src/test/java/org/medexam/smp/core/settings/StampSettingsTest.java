package org.medexam.smp.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medexam.smp.imaging.mark.Lettering;
import org.medexam.smp.imaging.mark.Strength;

/** The settings do not depend on the watermark, and still accept what it can draw and nothing else. */
class StampSettingsTest {

    @Test
    void acceptsTheStrengthsOfTheWatermark() {
        assertThat(StampSettings.MIN_STRENGTH).isEqualTo(Strength.MIN_LEVELS);
        assertThat(StampSettings.MAX_STRENGTH).isEqualTo(Strength.MAX_LEVELS);
        assertThat(StampSettings.DEFAULT_STRENGTH).isEqualTo(Strength.DEFAULT.levels());
    }

    @Test
    void acceptsTheCharactersThatTheWatermarkHasOutlinesFor() {
        String all = IntStream.rangeClosed(Character.MIN_CODE_POINT, 0x2FFFF)
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        assertThat(StampSettings.unsupportedCharacters(all)).isEqualTo(Lettering.missing(all));
        assertThat(StampSettings.unsupportedCharacters("甘肃 2026")).isEmpty();
        assertThat(StampSettings.unsupportedCharacters("a😀b😀")).containsExactly("😀");
    }
}
