package org.medexam.smp.tool.acceptance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Kind;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Result;

/** Builds the result of one acceptance step: figures, then a message whose key begins with the kind of the step. */
final class StepResult {

    private final ToolMessages texts;
    private final Kind kind;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    StepResult(ToolMessages texts, Kind kind) {
        this.texts = texts;
        this.kind = kind;
    }

    StepResult figure(String name, Object value) {
        figures.put(name, value);
        return this;
    }

    StepResult millis(String name, Duration time) {
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
