package org.medexam.smp.core.fact;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The facts about an applicant that SP may state (contract §4), each with the values it takes. Absent is allowed for
 * every one: a rule that hangs on it then has no effect, and the fact is named.
 */
public enum FactName {
    KIND("LOCAL", "MIL", "HMT", "FOREIGN"),
    LEVEL("LIC", "ASST", "RURAL"),
    EDU("SEC", "COL", "BAC", "PG"),
    TCM("NONE", "SHICHENG", "ZHUANCHANG"),
    PG("THIS_YEAR", "LONG", "DONE"),
    EMPL("MED", "AAA", "CDC", "ARMY", "TOWNSHIP", "VILLAGE", "COMMUNITY", "CLINIC", "NONE"),
    HAS_ASST(Type.FLAG),
    FRESH(Type.FLAG),
    UPGRADED(Type.FLAG),
    FULL_TIME(Type.FLAG),
    FOREIGN_DEG(Type.FLAG),
    HMT_DEG(Type.FLAG),
    ADDON(Type.FLAG),
    REG_SHORT(Type.FLAG),
    LIC_LOST(Type.FLAG),
    ID_LOST(Type.FLAG),
    DIPLOMA_LOST(Type.FLAG),
    CIV_IN_ARMY(Type.FLAG),
    ORG_CHANGED(Type.FLAG),
    REPEAT(Type.FLAG),
    IN_PROVINCE(Type.FLAG),
    UNITS(Type.NUMBER),
    ENTRY_YEAR(Type.NUMBER),
    GRAD_YEAR(Type.NUMBER),
    BAC_ENTRY(Type.DATE),
    PG_ENTRY(Type.DATE),
    ASST_REG_ON(Type.DATE),
    TCM_CERT_ON(Type.DATE),
    MAJOR(Type.TEXT),
    TRIAL_POST(Type.TEXT);

    enum Type {
        CHOICE,
        FLAG,
        NUMBER,
        DATE,
        TEXT
    }

    private static final int MAX_TEXT = 60;
    private static final int MAX_NUMBER = 9999;

    private final Type type;
    private final List<String> choices;

    FactName(String... choices) {
        this.type = Type.CHOICE;
        this.choices = List.of(choices);
    }

    FactName(Type type) {
        this.type = type;
        this.choices = List.of();
    }

    /** The name on the wire: {@code HAS_ASST} is {@code hasAsst}. */
    public String wireName() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    Type type() {
        return type;
    }

    /** Every value that the fact can take, where they can be listed: the choices, or true and false; else empty. */
    public List<Object> everyValue() {
        return type == Type.FLAG ? List.of(true, false) : List.copyOf(choices);
    }

    public static Optional<FactName> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(fact -> fact.wireName().equals(name))
                .findAny();
    }

    /** @param value as JSON gives it: a text, a truth value or a whole number; null is "not known" */
    public boolean takes(Object value) {
        if (value == null) {
            return true;
        }
        return switch (type) {
            case CHOICE -> choices.contains(value);
            case FLAG -> value instanceof Boolean;
            case NUMBER -> value instanceof Integer number && number >= 0 && number <= MAX_NUMBER;
            case DATE -> value instanceof String text && isDate(text);
            case TEXT -> value instanceof String text && text.length() <= MAX_TEXT;
        };
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
