package org.medexam.smp.core.settings;

import java.util.List;
import org.medexam.smp.imaging.mark.Lettering;
import org.medexam.smp.imaging.mark.Strength;

/**
 * What of the watermark a district decides.
 *
 * @param strength how strongly it stands out
 * @param text what follows the notice's words, e.g. the district's name and the year; empty unless set
 */
public record StampSettings(Strength strength, String text) {

    /** So many characters leave the whole line legible on a usual picture. */
    private static final int LONGEST = 20;

    /** The whole line. */
    public Lettering lettering() {
        return Lettering.of(text.isEmpty() ? Lettering.WATERMARK : Lettering.WATERMARK + " " + text);
    }

    static StampSettings from(SettingValues values) {
        int levels = values.number(SettingKey.STAMP_STRENGTH, Strength.LEAST, Strength.MOST)
                .orElse(Strength.DEFAULT.levels());
        String text = values.text(
                        SettingKey.STAMP_TEXT,
                        line -> SettingValues.isName(line, LONGEST),
                        SettingError.NOT_A_STAMP_TEXT)
                .orElse("");
        List<String> missing = Lettering.missing(text);
        if (!missing.isEmpty()) {
            values.fault(SettingKey.STAMP_TEXT, SettingError.NO_OUTLINE, String.join(" ", missing));
        }
        return new StampSettings(new Strength(levels), missing.isEmpty() ? text : "");
    }
}
