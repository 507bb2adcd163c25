package org.medexam.smp.core.cataloguefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The messages of faults and reports in one language. */
public enum CatalogueMessages {
    CHINESE("cataloguefile_zh_CN.properties"),
    ENGLISH("cataloguefile_en.properties");

    private final Map<String, String> words;

    CatalogueMessages(String file) {
        // read by hand: ResourceBundle would fall back to the machine's language
        Properties lines = new Properties();
        try (InputStream in = CatalogueMessages.class.getResourceAsStream(file)) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        words = lines.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, lines::getProperty));
    }

    String say(String message, Object... arguments) {
        // as texts, or a year would be printed as 2,021
        Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(words.get(message), Locale.ROOT).format(texts);
    }

    Map<String, String> words() {
        return words;
    }
}
