package org.medexam.smp.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.medexam.smp.core.settings.SettingsFault;

/** The words for people, in Chinese where the machine speaks Chinese and in English elsewhere. */
public record Texts(ResourceBundle words, boolean chinese) {

    /** In the language of this machine. */
    public static Texts ofThisMachine() {
        return of(Locale.getDefault());
    }

    public static Texts of(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        String file = chinese ? "messages_zh_CN.properties" : "messages_en.properties";
        // read by hand: the usual search would fall back to the machine's language
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            return new Texts(new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)), chinese);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is wrong with a setting. */
    String of(SettingsFault fault) {
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
