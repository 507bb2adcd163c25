package org.medexam.smp.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.medexam.smp.core.settings.SettingsFault;

/** The words for people, in Chinese where the machine speaks Chinese and in English elsewhere. */
public record ToolMessages(ResourceBundle words, boolean chinese) {

    /** A file of words for each chapter of this program; no key stands in two. */
    private static final List<String> CHAPTERS =
            List.of("tool", "setup", "service", "window", "backup", "acceptance", "upgrade", "catalogue");

    /** In the language of this machine. */
    public static ToolMessages ofThisMachine() {
        return of(Locale.getDefault());
    }

    public static ToolMessages of(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        Map<String, Object> words = new HashMap<>();
        for (String chapter : CHAPTERS) {
            chapter(chapter, chinese ? "zh_CN" : "en").forEach((key, text) -> {
                if (words.put(key, text) != null) {
                    throw new IllegalStateException("said twice: " + key);
                }
            });
        }
        return new ToolMessages(new Words(words), chinese);
    }

    /** Read by hand: the usual search for a bundle would fall back to the machine's language. */
    static Map<String, String> chapter(String name, String language) {
        Properties lines = new Properties();
        try (InputStream in =
                ToolMessages.class.getResourceAsStream("words/" + name + "_" + language + ".properties")) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return lines.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, lines::getProperty));
    }

    private static final class Words extends ListResourceBundle {

        private final Map<String, Object> words;

        Words(Map<String, Object> words) {
            this.words = words;
        }

        @Override
        protected Object[][] getContents() {
            return words.entrySet().stream()
                    .map(word -> new Object[] {word.getKey(), word.getValue()})
                    .toArray(Object[][]::new);
        }
    }

    /** What is wrong with a setting. */
    public String of(SettingsFault fault) {
        return chinese ? fault.chinese() : fault.english();
    }

    /** @param arguments as texts, so that a port is not printed as 8,001 */
    public String say(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(words.getString(key), Locale.ROOT).format(texts);
    }
}
