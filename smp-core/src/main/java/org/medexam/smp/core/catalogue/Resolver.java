package org.medexam.smp.core.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.medexam.smp.core.fact.FactName;
import org.medexam.smp.core.fact.Facts;
import org.medexam.smp.core.fact.Outcome;
import org.medexam.smp.core.rule.Advice;
import org.medexam.smp.core.rule.Clause;
import org.medexam.smp.core.rule.Demand;
import org.medexam.smp.core.rule.Excuse;
import org.medexam.smp.core.rule.Group;
import org.medexam.smp.core.rule.ReducedSet;
import org.medexam.smp.core.rule.Rules;
import org.medexam.smp.core.rule.Source;
import org.medexam.smp.core.rule.Substitute;

/** The way from one applicant's facts to the materials, gathering on the way what is missing. */
final class Resolver {

    private final Profile profile;
    private final Rules rules;
    private final Facts facts;
    private final Set<FactName> missing = EnumSet.noneOf(FactName.class);

    Resolver(Profile profile, Facts facts) {
        this.profile = profile;
        this.rules = profile.rules();
        this.facts = facts;
    }

    Resolution resolution() {
        boolean upload = !anyHolds(rules.paperOnly());
        boolean covered = !upload || isCovered();
        Map<String, Need> needs = upload ? needs(covered) : Map.of();
        List<ResolvedMaterial> materials = profile.materials().stream()
                .map(entry -> resolved(entry, needs))
                .toList();
        List<Advice> refused = rules.refused().stream()
                .filter(advice -> holds(advice.clause()))
                .toList();
        return new Resolution(
                upload,
                covered,
                Stream.concat(
                                materials.stream().filter(ResolvedMaterial::required),
                                materials.stream().filter(material -> !material.required()))
                        .toList(),
                refused,
                List.copyOf(missing));
    }

    private boolean isCovered() {
        List<Outcome> groups =
                rules.groups().stream().map(group -> group.when().test(facts)).toList();
        if (groups.stream().allMatch(Outcome::fails) || anyHolds(rules.notCovered())) {
            return false;
        }
        if (groups.stream().noneMatch(Outcome::holds)) {
            groups.forEach(this::note);
        }
        return true;
    }

    /** What is needed, by material, in no order that matters. */
    private Map<String, Need> needs(boolean covered) {
        Map<String, Need> needs = new LinkedHashMap<>();
        profile.materials().stream()
                .filter(MaterialEntry::always)
                .forEach(entry -> need(needs, entry.code()).demandedAlways(entry.source()));
        if (covered) {
            reducedSet().ifPresentOrElse(set -> demand(needs, set.demands(), Outcome.HOLDS), () -> {
                rules.groups().forEach(group -> demand(needs, group));
                demand(needs, rules.demands(), Outcome.HOLDS);
            });
            rules.excuses().forEach(excuse -> apply(excuse, needs));
            rules.substitutes().forEach(substitute -> apply(substitute, needs));
        }
        needs.values().forEach(need -> missing.addAll(need.isRequired() ? need.missingForCount : need.missing));
        return needs;
    }

    private Optional<ReducedSet> reducedSet() {
        return rules.reducedSets().stream().filter(set -> holds(set.clause())).findFirst();
    }

    private void demand(Map<String, Need> needs, Group group) {
        demand(needs, group.demands(), group.when().test(facts));
    }

    private void demand(Map<String, Need> needs, List<Demand> demands, Outcome ofAll) {
        for (Demand demand : demands) {
            need(needs, demand.material())
                    .demanded(demand, ofAll.and(demand.clause().when().test(facts)));
        }
    }

    private void apply(Excuse excuse, Map<String, Need> needs) {
        List<Need> concerned = excuse.materials().stream()
                .map(needs::get)
                .filter(need -> need != null && need.mayBeRequired())
                .toList();
        if (!concerned.isEmpty() && holds(excuse.clause())) {
            concerned.forEach(Need::drop);
        }
    }

    private void apply(Substitute substitute, Map<String, Need> needs) {
        Need original = needs.get(substitute.insteadOf());
        if (original != null && original.mayBeRequired() && holds(substitute.clause())) {
            if (original.isRequired()) {
                need(needs, substitute.material())
                        .demanded(
                                new Demand(substitute.material(), substitute.clause(), OptionalInt.empty()),
                                Outcome.HOLDS);
            }
            missing.addAll(original.missing);
            original.drop();
        }
    }

    private static Need need(Map<String, Need> needs, String material) {
        return needs.computeIfAbsent(material, code -> new Need());
    }

    private boolean anyHolds(List<Clause> clauses) {
        List<Outcome> outcomes =
                clauses.stream().map(clause -> clause.when().test(facts)).toList();
        boolean holds = outcomes.stream().anyMatch(Outcome::holds);
        if (!holds) {
            outcomes.forEach(this::note);
        }
        return holds;
    }

    private boolean holds(Clause clause) {
        Outcome outcome = clause.when().test(facts);
        note(outcome);
        return outcome.holds();
    }

    private void note(Outcome outcome) {
        missing.addAll(outcome.missing());
    }

    private ResolvedMaterial resolved(MaterialEntry entry, Map<String, Need> needs) {
        Need need = needs.get(entry.code());
        if (need == null || !need.isRequired()) {
            return new ResolvedMaterial(
                    entry.code(),
                    entry.name(),
                    false,
                    0,
                    entry.counts().max(),
                    entry.slot(),
                    firstNaming(entry).stream().toList(),
                    entry.note(),
                    entry.sample());
        }
        int units = entry.perUnit() ? units() : 1;
        int min =
                Math.max(units, need.exactly > 0 ? need.exactly : entry.counts().min());
        int max = Math.max(min, need.exactly > 0 ? need.exactly : entry.counts().max());
        return new ResolvedMaterial(
                entry.code(), entry.name(), true, min, max, entry.slot(), need.reasons, entry.note(), entry.sample());
    }

    /** At least one; how many more is not known while nobody says. */
    private int units() {
        Optional<Object> units = facts.value(FactName.UNITS);
        if (units.isEmpty()) {
            missing.add(FactName.UNITS);
        }
        return units.map(value -> Math.max(1, (Integer) value)).orElse(1);
    }

    private Optional<Source> firstNaming(MaterialEntry entry) {
        return entry.source()
                .or(() -> rules.allDemands()
                        .filter(demand -> demand.material().equals(entry.code()))
                        .map(demand -> demand.clause().source())
                        .findFirst());
    }

    /** What became of one material so far. */
    private static final class Need {
        private final List<Source> reasons = new ArrayList<>();
        private final Set<FactName> missing = EnumSet.noneOf(FactName.class);
        private final Set<FactName> missingForCount = EnumSet.noneOf(FactName.class);
        private boolean required;
        private int exactly;

        void demandedAlways(Optional<Source> source) {
            required = true;
            source.ifPresent(reasons::add);
        }

        void demanded(Demand demand, Outcome outcome) {
            if (outcome.holds()) {
                required = true;
                reasons.add(demand.clause().source());
                exactly = Math.max(exactly, demand.exactly().orElse(0));
            }
            missing.addAll(outcome.missing());
            if (demand.exactly().isPresent()) {
                missingForCount.addAll(outcome.missing());
            }
        }

        boolean isRequired() {
            return required;
        }

        boolean mayBeRequired() {
            return required || !missing.isEmpty();
        }

        void drop() {
            required = false;
            missing.clear();
        }
    }
}
