package org.medexam.smp.core.fact;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The facts that were stated about one applicant; whatever was not stated is not known. */
public final class Facts {

    private final Map<FactName, Object> known;

    private Facts(Map<FactName, Object> known) {
        this.known = known;
    }

    /**
     * @param stated by name on the wire, as JSON gives them: texts, truth values, whole numbers; null is "not known"
     * @throws IllegalArgumentException for a name that is no fact, or a value that the fact does not take
     */
    public static Facts of(Map<String, ?> stated) {
        Map<FactName, Object> known = new EnumMap<>(FactName.class);
        stated.forEach((name, value) -> {
            FactName fact = FactName.ofWireName(name)
                    .filter(found -> found.takes(value))
                    .orElseThrow(() -> new IllegalArgumentException("not a fact: " + name));
            if (value != null) {
                known.put(fact, value);
            }
        });
        return new Facts(known);
    }

    /** The value as stated, e.g. {@code "BAC"}, {@code true}, {@code 2}, {@code "2015-09-01"}. */
    public Optional<Object> value(FactName fact) {
        return Optional.ofNullable(known.get(fact));
    }

    /** Names of facts only: what was stated is personal. */
    @Override
    public String toString() {
        return "Facts" + known.keySet();
    }
}
