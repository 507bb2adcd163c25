package org.medexam.smp.core.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The words of one language. */
enum SettingsMessages {
    CHINESE("settings_zh_CN.properties"),
    ENGLISH("settings_en.properties");

    private final Map<String, String> words;

    SettingsMessages(String file) {
        // read by hand: ResourceBundle would fall back to the machine's language
        Properties lines = new Properties();
        try (InputStream in = SettingsMessages.class.getResourceAsStream(file)) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        words = lines.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, lines::getProperty));
    }

    String say(SettingError wrong, List<Object> arguments) {
        // as texts, or a port would be printed as 8,001
        Object[] texts = arguments.stream().map(String::valueOf).toArray();
        return new MessageFormat(words.get(wrong.message()), Locale.ROOT).format(texts);
    }

    Map<String, String> words() {
        return words;
    }
}
