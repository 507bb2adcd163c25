package org.medexam.smp.tool.setup;

import org.medexam.smp.tool.ToolMessages;

/**
 * Creates findings on one subject from messages: {@code good}, {@code advice} and {@code fault} take the key of a
 * message; the key of its remedy ends with {@code .do}.
 */
record FindingMessages(ToolMessages texts, String subject) {

    /** @param key of the subject's name */
    static FindingMessages of(ToolMessages texts, String key) {
        return new FindingMessages(texts, texts.say(key));
    }

    Finding good(String key, Object... arguments) {
        return new Finding(Finding.Level.GOOD, subject, texts.say(key, arguments), "");
    }

    Finding advice(String key, Object... arguments) {
        return new Finding(Finding.Level.ADVICE, subject, texts.say(key, arguments), remedy(key, arguments));
    }

    Finding fault(String key, Object... arguments) {
        return new Finding(Finding.Level.FAULT, subject, texts.say(key, arguments), remedy(key, arguments));
    }

    private String remedy(String key, Object... arguments) {
        return texts.say(key + ".do", arguments);
    }
}
