package org.medexam.smp.tool.acceptance;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that was tried.
 *
 * @param words how it went, and what to do where it did not go well
 * @param figures what was measured, by name, for programs: numbers, texts and booleans
 * @param took from its beginning to its end, waiting for people included
 */
public record AcceptanceStep(Kind kind, Result result, String words, Map<String, Object> figures, Duration took) {

    /** In the order in which they are tried. */
    public enum Kind {
        LOGIN,
        SERVER,
        DATABASE,
        STORAGE,
        PICTURE,
        DISK,
        CLOCK,
        KEYS,
        BACKUP,
        ADDRESS,
        PHONE;

        /** As in keys of words and in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** From best to worst; what was not tried says nothing. */
    public enum Result {
        SKIPPED,
        GOOD,
        /** It works; better is possible. */
        ADVICE,
        /** It does not work, and nobody should sign. */
        FAULT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AcceptanceStep {
        figures = Map.copyOf(figures);
    }

    AcceptanceStep after(Duration time) {
        return new AcceptanceStep(kind, result, words, figures, time);
    }
}
