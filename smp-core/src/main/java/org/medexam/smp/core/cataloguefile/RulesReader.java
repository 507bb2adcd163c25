package org.medexam.smp.core.cataloguefile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.medexam.smp.core.fact.Condition;
import org.medexam.smp.core.fact.ConditionLanguage;
import org.medexam.smp.core.fact.ConditionRefused;
import org.medexam.smp.core.rule.Advice;
import org.medexam.smp.core.rule.Clause;
import org.medexam.smp.core.rule.Demand;
import org.medexam.smp.core.rule.Excuse;
import org.medexam.smp.core.rule.Group;
import org.medexam.smp.core.rule.ReducedSet;
import org.medexam.smp.core.rule.Rules;
import org.medexam.smp.core.rule.Source;
import org.medexam.smp.core.rule.Substitute;

/** Reads the rules of a file, once its materials are known. */
final class RulesReader {

    private final String notice;
    private final Set<String> materials;
    private final Set<String> neverRequired;
    private final ConditionLanguage language;
    private final Faults faults;

    /** @param neverRequired the materials that no rule may demand */
    RulesReader(
            String notice,
            Set<String> materials,
            Set<String> neverRequired,
            ConditionLanguage language,
            Faults faults) {
        this.notice = notice;
        this.materials = new HashSet<>(materials);
        this.neverRequired = new HashSet<>(neverRequired);
        this.language = language;
        this.faults = faults;
    }

    Rules rules(Section file) {
        List<Group> groups = file.list("groups", this::group);
        if (groups.isEmpty()) {
            faults.add(file.line("groups"), CatalogueError.NO_GROUP);
        }
        return new Rules(
                groups,
                file.list("not-covered", this::clause),
                file.list("paper-only", this::clause),
                flat(file.list("require", rule -> demands(rule, ""))),
                file.list("optional", rule -> new Excuse(clause(rule), Set.copyOf(new HashSet<>(known(rule))))),
                file.list("only", rule -> new ReducedSet(clause(rule), below(rule))),
                file.list("instead", rule -> new Substitute(clause(rule), one(rule, "of"), one(rule, "material"))),
                file.list("refused", rule -> new Advice(clause(rule), rule.text("text"))));
    }

    private Group group(Section group) {
        return new Group(group.text("name"), when(group), below(group));
    }

    /** The demands under a rule that has a place; each may have a place of its own. */
    private List<Demand> below(Section rule) {
        String place = rule.optionalText("place").orElse("");
        return flat(rule.list("require", demand -> demands(demand, place)));
    }

    /** One demand for each material that is named. */
    private List<Demand> demands(Section rule, String placeAbove) {
        Clause clause = new Clause(when(rule), source(rule, placeAbove));
        var exactly = rule.optionalNumber("exactly");
        return known(rule).stream()
                .map(material -> new Demand(demandable(material, rule), clause, exactly))
                .toList();
    }

    private String demandable(String material, Section rule) {
        if (neverRequired.contains(material)) {
            faults.add(rule.line("material"), CatalogueError.ON_PAPER_YET_REQUIRED, material);
        }
        return material;
    }

    private Clause clause(Section rule) {
        return new Clause(when(rule), source(rule, ""));
    }

    private Source source(Section rule, String placeAbove) {
        String place = placeAbove.isEmpty() || rule.has("place") ? rule.text("place") : placeAbove;
        return new Source(notice, place, rule.text("sentence"));
    }

    /** Without a condition: always. */
    private Condition when(Section rule) {
        try {
            return language.compile(rule.optionalText("when").orElse(ConditionLanguage.ALWAYS));
        } catch (ConditionRefused wrong) {
            Object[] arguments = new Object[wrong.arguments().size() + 1];
            arguments[0] = wrong.column();
            System.arraycopy(
                    wrong.arguments().toArray(),
                    0,
                    arguments,
                    1,
                    wrong.arguments().size());
            faults.add(rule.line("when"), CatalogueError.valueOf("CONDITION_" + wrong.kind()), arguments);
            return language.compile(ConditionLanguage.ALWAYS);
        }
    }

    private List<String> known(Section rule) {
        return rule.texts("material").stream().map(this::known).toList();
    }

    private String one(Section rule, String key) {
        return known(new Section.Item(rule.text(key), rule.line(key)));
    }

    private String known(Section.Item material) {
        if (!material.text().isEmpty() && !materials.contains(material.text())) {
            faults.add(
                    material.line(),
                    CatalogueError.NO_SUCH_MATERIAL,
                    material.text(),
                    materials.stream().sorted().collect(Collectors.joining(", ")));
        }
        return material.text();
    }

    private static List<Demand> flat(List<List<Demand>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
