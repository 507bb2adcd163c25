package org.medexam.smp.core.settings;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;

/**
 * What a district sets of its watermark.
 *
 * @param strength by how many levels of 255 a stroke differs from its ground, {@link #MIN_STRENGTH} to
 *     {@link #MAX_STRENGTH}
 * @param text follows the notice's words, e.g. the district's name and the year; empty unless set
 */
public record StampSettings(int strength, String text) {

    public static final int MIN_STRENGTH = 24;
    public static final int MAX_STRENGTH = 64;
    public static final int DEFAULT_STRENGTH = 48;

    /** So many characters leave the whole line legible on a usual picture. */
    private static final int MAX_LENGTH = 20;

    /** The watermark has outlines for ASCII and GB 2312, which are the characters of this charset. */
    private static final Charset CHARACTERS = Charset.forName("GB2312");

    static StampSettings from(SettingValues values) {
        int strength = values.number(SettingKey.STAMP_STRENGTH, MIN_STRENGTH, MAX_STRENGTH)
                .orElse(DEFAULT_STRENGTH);
        String text = values.text(
                        SettingKey.STAMP_TEXT,
                        line -> SettingValues.isName(line, MAX_LENGTH),
                        SettingError.NOT_A_STAMP_TEXT)
                .orElse("");
        List<String> unsupported = unsupportedCharacters(text);
        if (!unsupported.isEmpty()) {
            values.fault(SettingKey.STAMP_TEXT, SettingError.NO_OUTLINE, String.join(" ", unsupported));
        }
        return new StampSettings(strength, unsupported.isEmpty() ? text : "");
    }

    /** The characters of a text without control characters that the watermark has no outline for, each once. */
    static List<String> unsupportedCharacters(String text) {
        CharsetEncoder encoder = CHARACTERS.newEncoder();
        return text.codePoints()
                .distinct()
                .mapToObj(Character::toString)
                .filter(character -> !encoder.canEncode(character))
                .toList();
    }
}
