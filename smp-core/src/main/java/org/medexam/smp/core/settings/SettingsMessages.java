package org.medexam.smp.core.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The words of one language. */
enum SettingsMessages {
    CHINESE("settings_zh_CN.properties"),
    ENGLISH("settings_en.properties");

    private final Properties words = new Properties();

    SettingsMessages(String file) {
        // read by hand: ResourceBundle would fall back to the machine's language
        try (InputStream in = SettingsMessages.class.getResourceAsStream(file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @throws IllegalArgumentException when the file lacks the message */
    String say(String message, List<Object> arguments) {
        String pattern = words.getProperty(message);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + message);
        }
        Object[] texts = arguments.stream().map(String::valueOf).toArray();
        return new MessageFormat(pattern, Locale.ROOT).format(texts);
    }

    Properties words() {
        return words;
    }
}
