package org.medexam.smp.core.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The text of a settings file, for whoever changes single settings in it: remarks, order and lines that are not ours
 * stay. Immutable.
 */
public final class SettingsText {

    /** What editors of a Chinese Windows write unless told otherwise. */
    private static final Charset ELSE = Charset.forName("GB18030");

    private final List<String> lines;
    private final String lineEnd;

    private SettingsText(List<String> lines, String lineEnd) {
        this.lines = List.copyOf(lines);
        this.lineEnd = lineEnd;
    }

    public static SettingsText of(String text) {
        String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new SettingsText(List.of(whole.split("\r\n|\r|\n", -1)), whole.contains("\r\n") ? "\r\n" : "\n");
    }

    /**
     * Reads a file in UTF-8, or else in the character set of a Chinese Windows: what is written back is UTF-8.
     *
     * @throws IOException when the file is not there or cannot be read
     */
    public static SettingsText read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        try {
            return of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException notUtf8) {
            return of(ELSE.decode(bytes.rewind()).toString());
        }
    }

    List<String> lines() {
        return lines;
    }

    /** What the setting stands at; empty when it is absent. */
    public String value(SettingKey key) {
        return SettingsFile.entries("", this, new ArrayList<>()).getOrDefault(key.key(), "");
    }

    /**
     * The text with another value: in the setting's own line, or else in the remark that showed how to set it, or
     * else in a new last line.
     *
     * @param value the empty text takes the setting away
     */
    public SettingsText with(SettingKey key, String value) {
        String written = SettingsFile.written(value);
        List<Integer> own = places(key.key(), "");
        if (written.isEmpty() && own.isEmpty()) {
            return this;
        }
        List<String> changed = new ArrayList<>(lines);
        String line = (written.isEmpty() ? "#" : "") + key.key() + "=" + written;
        List<Integer> places = own.isEmpty() ? places(key.key(), "#") : own;
        if (places.isEmpty()) {
            boolean lastIsEnded = changed.get(changed.size() - 1).isEmpty();
            changed.add(lastIsEnded ? changed.size() - 1 : changed.size(), line);
        } else {
            own.forEach(again -> changed.set(again, "#" + changed.get(again).strip()));
            changed.set(places.get(0), line);
        }
        return new SettingsText(changed, lineEnd);
    }

    /** The text with every line that sets that key made a remark: for a key that is none of ours. */
    public SettingsText without(String key) {
        List<String> changed = new ArrayList<>(lines);
        places(key, "")
                .forEach(place -> changed.set(place, "#" + changed.get(place).strip()));
        return new SettingsText(changed, lineEnd);
    }

    /** The lines that set it behind the given beginning. */
    private List<Integer> places(String key, String beginning) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).strip().startsWith(beginning))
                .filter(i -> sets(lines.get(i).strip().substring(beginning.length()), key))
                .boxed()
                .toList();
    }

    private static boolean sets(String line, String key) {
        String text = line.strip();
        int separator = SettingsFile.isRemark(text) ? -1 : SettingsFile.separator(text);
        return separator > 0 && text.substring(0, separator).strip().equals(key);
    }

    /** The whole text, as it is to be written. */
    @Override
    public String toString() {
        return String.join(lineEnd, lines);
    }
}
