package org.medexam.smp.tool.setup;

import org.medexam.smp.tool.Texts;

/**
 * Makes findings of one subject out of words: {@code good}, {@code advice} and {@code fault} take the key of a text;
 * its remedy is the key with {@code .do} behind it.
 */
record Wording(Texts texts, String subject) {

    /** @param key of the subject's name */
    static Wording of(Texts texts, String key) {
        return new Wording(texts, texts.say(key));
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
