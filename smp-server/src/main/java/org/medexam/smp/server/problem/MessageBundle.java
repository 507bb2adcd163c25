package org.medexam.smp.server.problem;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The user texts, one message file per language. A placeholder {@code {closesAt}} names a member of the refusal. */
public final class MessageBundle {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private MessageBundle() {}

    public static String text(Locale locale, String key, Map<String, Object> members) {
        String text = bundle(locale).getString(key);
        for (Map.Entry<String, Object> member : members.entrySet()) {
            text = text.replace("{" + member.getKey() + "}", String.valueOf(member.getValue()));
        }
        return text;
    }

    public static String chinese(String key) {
        return text(CHINESE, key, Map.of());
    }

    static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "messages",
                locale,
                MessageBundle.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
