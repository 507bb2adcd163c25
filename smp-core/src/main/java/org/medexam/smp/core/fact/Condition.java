package org.medexam.smp.core.fact;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.UnknownContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question about an applicant, compiled, e.g. {@code level == 'LIC' && bacEntry >= date('2015-09-01')}. Facts that
 * are missing are not guessed: {@code &&} fails and {@code ||} holds where the stated facts decide alone, else the
 * answer is {@link Outcome.Unknown}.
 */
public final class Condition {

    private final String text;
    private final Set<FactName> facts;
    private final CelRuntime.Program program;

    Condition(String text, Set<FactName> facts, CelRuntime.Program program) {
        this.text = text;
        this.facts = Set.copyOf(facts);
        this.program = program;
    }

    /** As written. */
    public String text() {
        return text;
    }

    /** The facts that it asks for. */
    public Set<FactName> facts() {
        return facts;
    }

    /** Whether it holds for everyone because it asks nothing. */
    public boolean isAlways() {
        return text.equals(ConditionLanguage.ALWAYS);
    }

    public Outcome test(Facts stated) {
        if (isAlways()) {
            return Outcome.HOLDS;
        }
        try {
            return outcome(program.advanceEvaluation(UnknownContext.create(
                    name -> FactName.ofWireName(name).flatMap(fact -> value(stated, fact)), notKnown(stated))));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked condition that cannot be evaluated: " + text, e);
        }
    }

    private List<CelAttributePattern> notKnown(Facts stated) {
        return facts.stream()
                .filter(fact -> stated.value(fact).isEmpty())
                .map(fact -> CelAttributePattern.create(fact.wireName()))
                .toList();
    }

    private static Outcome outcome(Object result) {
        if (result instanceof CelUnknownSet unknown) {
            return new Outcome.Unknown(
                    unknown.attributes().stream().map(Condition::fact).collect(Collectors.toSet()));
        }
        return Boolean.TRUE.equals(result) ? Outcome.HOLDS : Outcome.FAILS;
    }

    private static FactName fact(CelAttribute attribute) {
        return FactName.ofWireName(attribute.toString()).orElseThrow();
    }

    private static Optional<Object> value(Facts stated, FactName fact) {
        return stated.value(fact).map(value -> switch (fact.type()) {
            case NUMBER -> ((Integer) value).longValue();
            case DATE ->
                LocalDate.parse((String) value).atStartOfDay(ZoneOffset.UTC).toInstant();
            case CHOICE, FLAG, TEXT -> value;
        });
    }

    @Override
    public String toString() {
        return text;
    }
}
