package org.medexam.smp.core.fact;

import java.util.EnumSet;
import java.util.Set;

/** What a condition says of an applicant. */
public sealed interface Outcome {

    record Holds() implements Outcome {}

    record Fails() implements Outcome {}

    /** @param missing the facts that would have to be known; never empty */
    record Unknown(Set<FactName> missing) implements Outcome {
        public Unknown {
            missing = Set.copyOf(missing);
        }
    }

    Outcome HOLDS = new Holds();
    Outcome FAILS = new Fails();

    default boolean holds() {
        return this instanceof Holds;
    }

    default boolean fails() {
        return this instanceof Fails;
    }

    /** The facts that would have to be known; empty when the outcome is known. */
    default Set<FactName> missing() {
        return Set.of();
    }

    /** Both: fails as soon as one fails, whatever is missing for the other. */
    default Outcome and(Outcome other) {
        if (fails() || other.fails()) {
            return FAILS;
        }
        Set<FactName> missing = EnumSet.noneOf(FactName.class);
        missing.addAll(missing());
        missing.addAll(other.missing());
        return missing.isEmpty() ? HOLDS : new Unknown(missing);
    }
}
