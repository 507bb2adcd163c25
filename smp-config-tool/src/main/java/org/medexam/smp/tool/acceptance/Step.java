package org.medexam.smp.tool.acceptance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.medexam.smp.tool.Texts;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Kind;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Result;

/** A step on its way: gathers figures, and ends with words; the key of its words begins with its kind. */
final class Step {

    private final Texts texts;
    private final Kind kind;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    Step(Texts texts, Kind kind) {
        this.texts = texts;
        this.kind = kind;
    }

    Step figure(String name, Object value) {
        figures.put(name, value);
        return this;
    }

    Step millis(String name, Duration time) {
        return figure(name, time.toMillis());
    }

    AcceptanceStep good(String key, Object... arguments) {
        return end(Result.GOOD, key, arguments);
    }

    AcceptanceStep advice(String key, Object... arguments) {
        return end(Result.ADVICE, key, arguments);
    }

    AcceptanceStep fault(String key, Object... arguments) {
        return end(Result.FAULT, key, arguments);
    }

    AcceptanceStep skipped(String key, Object... arguments) {
        return end(Result.SKIPPED, key, arguments);
    }

    /** @param key below {@code accept.<kind>.}; one that begins with a dot is below {@code accept} */
    AcceptanceStep end(Result result, String key, Object... arguments) {
        String whole = key.startsWith(".") ? "accept" + key : "accept." + kind.code() + "." + key;
        return new AcceptanceStep(kind, result, texts.say(whole, arguments), figures, Duration.ZERO);
    }
}
