package org.medexam.smp.core.cataloguefile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.fact.FactName;
import org.medexam.smp.core.fact.Facts;
import org.medexam.smp.core.fact.Outcome;
import org.medexam.smp.core.rule.Group;

/**
 * The kinds of applicant whom no group of a catalogue fits, found by stating one fact after the other until every
 * group fails. Only facts with a list of values are stated: a group that hangs on a number, a day or a free text counts
 * as one that may fit.
 */
final class UncoveredApplicants {

    private final List<Group> groups;
    private final List<Kind> found = new ArrayList<>();

    private UncoveredApplicants(List<Group> groups) {
        this.groups = groups;
    }

    /** E.g. {@code level ASST; edu BAC, PG; tcm NONE}, one text a kind. */
    static List<String> of(Profile profile) {
        UncoveredApplicants search = new UncoveredApplicants(profile.rules().groups());
        search.split(Map.of());
        search.join();
        return search.found.stream().map(Kind::text).toList();
    }

    private void split(Map<FactName, Object> stated) {
        List<Outcome> outcomes =
                groups.stream().map(group -> group.when().test(facts(stated))).toList();
        if (outcomes.stream().anyMatch(Outcome::holds)) {
            return;
        }
        if (outcomes.stream().allMatch(Outcome::fails)) {
            found.add(Kind.of(stated));
            return;
        }
        next(outcomes)
                .ifPresent(fact -> fact.everyValue().forEach(value -> {
                    Map<FactName, Object> more = new EnumMap<>(FactName.class);
                    more.putAll(stated);
                    more.put(fact, value);
                    split(more);
                }));
    }

    private static Optional<FactName> next(List<Outcome> outcomes) {
        Set<FactName> missing = EnumSet.noneOf(FactName.class);
        outcomes.forEach(outcome -> missing.addAll(outcome.missing()));
        return missing.stream().filter(fact -> !fact.everyValue().isEmpty()).findFirst();
    }

    private static Facts facts(Map<FactName, Object> stated) {
        Map<String, Object> byName = new HashMap<>();
        stated.forEach((fact, value) -> byName.put(fact.wireName(), value));
        return Facts.of(byName);
    }

    /** Makes one of every two kinds that differ in one fact only. */
    private void join() {
        for (int i = 0; i < found.size(); i++) {
            for (int j = i + 1; j < found.size(); j++) {
                Optional<Kind> both = found.get(i).joined(found.get(j));
                if (both.isPresent()) {
                    found.set(i, both.get());
                    found.remove(j);
                    i = -1;
                    break;
                }
            }
        }
    }

    /** @param values that each fact may have; a fact that is not there may have any */
    private record Kind(Map<FactName, Set<Object>> values) {

        static Kind of(Map<FactName, Object> stated) {
            Map<FactName, Set<Object>> values = new EnumMap<>(FactName.class);
            stated.forEach((fact, value) -> values.put(fact, Set.of(value)));
            return new Kind(values);
        }

        Optional<Kind> joined(Kind other) {
            if (!values.keySet().equals(other.values.keySet())) {
                return Optional.empty();
            }
            List<FactName> differing = values.keySet().stream()
                    .filter(fact -> !values.get(fact).equals(other.values.get(fact)))
                    .toList();
            if (differing.size() != 1) {
                return Optional.empty();
            }
            FactName fact = differing.get(0);
            Set<Object> either = new LinkedHashSet<>(values.get(fact));
            either.addAll(other.values.get(fact));
            Map<FactName, Set<Object>> joined = new EnumMap<>(values);
            if (either.size() == fact.everyValue().size()) {
                joined.remove(fact);
            } else {
                joined.put(fact, either);
            }
            return Optional.of(new Kind(joined));
        }

        String text() {
            return values.entrySet().stream()
                    .map(entry -> entry.getKey().wireName() + " "
                            + entry.getKey().everyValue().stream()
                                    .filter(entry.getValue()::contains)
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")))
                    .collect(Collectors.joining("; "));
        }
    }
}
