package org.medexam.smp.core.fact;

import java.util.List;

/** A condition that does not do. */
public final class ConditionRefused extends RuntimeException {

    /** What is wrong, with what {@link #arguments()} then holds. */
    public enum Kind {
        /** not an expression, an unknown name, values of two kinds compared: what the language says of it */
        NOT_AN_EXPRESSION,
        /** a value that the fact never has: fact, value, the values it has */
        NO_SUCH_VALUE,
        /** a fact of fixed values compared in another way than with one of them: fact, the values it has */
        NOT_COMPARED_WITH_VALUES,
        /** no date {@code yyyy-MM-dd}: what stands there */
        NOT_A_DATE
    }

    private final Kind kind;
    private final transient List<String> arguments;
    private final int column;

    ConditionRefused(Kind kind, int column, String... arguments) {
        super(kind + " " + String.join(", ", arguments));
        this.kind = kind;
        this.arguments = List.of(arguments);
        this.column = column;
    }

    public Kind kind() {
        return kind;
    }

    public List<String> arguments() {
        return arguments;
    }

    /** Where in the condition, counted from 1. */
    public int column() {
        return column;
    }
}
