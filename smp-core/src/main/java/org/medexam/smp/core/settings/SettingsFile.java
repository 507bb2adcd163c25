package org.medexam.smp.core.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of a settings file: {@code key=value} or {@code key: value}, {@code #} or {@code !} before a
 * comment, UTF-8 with or without a byte order mark.
 *
 * <p>Not {@link java.util.Properties}: to that a backslash is an escape, and {@code D:\Program\SMP}, as a person
 * types it, would become {@code D:ProgramSMP}. Here a value stands for itself, unless only {@code
 * Properties.store} can have written it.
 */
final class SettingsFile {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|([\\\\:=#! ]))");

    private final String name;
    private final List<SettingsFault> faults;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> lineOf = new LinkedHashMap<>();

    private SettingsFile(String name, List<SettingsFault> faults) {
        this.name = name;
        this.faults = faults;
    }

    /**
     * All entries that have a value, ours and others'.
     *
     * @param faults receives what is wrong with the file itself
     */
    static Map<String, String> read(Path path, List<SettingsFault> faults) {
        SettingsFile file = new SettingsFile(path.getFileName().toString(), faults);
        file.take(SettingsText.of(file.text(path)));
        return file.values;
    }

    /** The same of a text that is not, or not yet, in the file of that name. */
    static Map<String, String> entries(String name, SettingsText text, List<SettingsFault> faults) {
        SettingsFile file = new SettingsFile(name, faults);
        file.take(text);
        return file.values;
    }

    private void take(SettingsText text) {
        int number = 0;
        for (String line : text.lines()) {
            take(line.strip(), ++number);
        }
    }

    private String text(Path path) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (NoSuchFileException missing) {
            faults.add(SettingsFault.of(name, SettingError.FILE_MISSING));
        } catch (CharacterCodingException otherEncoding) {
            faults.add(SettingsFault.of(name, SettingError.FILE_NOT_UTF8));
        } catch (IOException unreadable) {
            faults.add(SettingsFault.of(name, SettingError.FILE_UNREADABLE));
        }
        return "";
    }

    private void take(String line, int number) {
        if (isRemark(line)) {
            return;
        }
        int separator = separator(line);
        if (separator <= 0) {
            faults.add(SettingsFault.of(name, SettingError.LINE_WITHOUT_KEY, number));
            return;
        }
        String key = line.substring(0, separator).strip();
        Integer before = lineOf.putIfAbsent(key, number);
        if (before != null) {
            faults.add(SettingsFault.of(key, SettingError.GIVEN_TWICE, before, number));
            return;
        }
        String value = meaning(line.substring(separator + 1).strip());
        if (!value.isEmpty()) {
            values.put(key, value);
        }
    }

    /**
     * What a value stands for. {@code Properties.store} escapes every backslash, colon and equals sign, so that a
     * value with a bare one was typed by a person and is taken as it is; a path with a drive always has one.
     */
    static String meaning(String value) {
        String rest = ESCAPE.matcher(value).replaceAll("");
        if (rest.indexOf('\\') >= 0 || rest.indexOf(':') >= 0 || rest.indexOf('=') >= 0) {
            return value;
        }
        return ESCAPE.matcher(value).replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape)));
    }

    /** How a value must be written so that it is read as itself. */
    static String written(String value) {
        String line = value.replaceAll("\\p{Cntrl}", " ").strip();
        return meaning(line).equals(line) ? line : line.replaceAll("[\\\\:=]", "\\\\$0");
    }

    /** Whether a stripped line says nothing. */
    static boolean isRemark(String line) {
        return line.isEmpty() || line.startsWith("#") || line.startsWith("!");
    }

    /** Where the key ends. */
    static int separator(String line) {
        return firstOf(line, '=', ':');
    }

    private static String unescaped(MatchResult escape) {
        return escape.group(1) == null ? escape.group(2) : String.valueOf((char) Integer.parseInt(escape.group(1), 16));
    }

    private static int firstOf(String line, char one, char other) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == one || line.charAt(i) == other) {
                return i;
            }
        }
        return -1;
    }
}
