package org.medexam.smp.server.catalogue;

import java.util.List;
import org.medexam.smp.core.fact.Condition;
import org.medexam.smp.core.rule.Clause;
import org.medexam.smp.core.rule.Demand;
import org.medexam.smp.core.rule.Rules;
import org.medexam.smp.server.catalogue.CatalogueView.AdviceView;
import org.medexam.smp.server.catalogue.CatalogueView.ClauseView;
import org.medexam.smp.server.catalogue.CatalogueView.DemandView;
import org.medexam.smp.server.catalogue.CatalogueView.ExcuseView;
import org.medexam.smp.server.catalogue.CatalogueView.GroupView;
import org.medexam.smp.server.catalogue.CatalogueView.InsteadView;
import org.medexam.smp.server.catalogue.CatalogueView.OnlyView;
import org.medexam.smp.server.catalogue.CatalogueView.RulesView;

/** A notice's rules as they travel. */
final class RuleViews {

    private RuleViews() {}

    static RulesView of(Rules rules) {
        return new RulesView(
                rules.groups().stream()
                        .map(group -> new GroupView(group.name(), when(group.when()), demands(group.demands())))
                        .toList(),
                demands(rules.demands()),
                rules.excuses().stream()
                        .map(excuse -> new ExcuseView(
                                excuse.materials().stream().sorted().toList(),
                                when(excuse.clause()),
                                source(excuse.clause())))
                        .toList(),
                rules.reducedSets().stream()
                        .map(set -> new OnlyView(demands(set.demands()), when(set.clause()), source(set.clause())))
                        .toList(),
                rules.substitutes().stream()
                        .map(substitute -> new InsteadView(
                                substitute.insteadOf(),
                                substitute.material(),
                                when(substitute.clause()),
                                source(substitute.clause())))
                        .toList(),
                clauses(rules.paperOnly()),
                clauses(rules.notCovered()),
                rules.refused().stream()
                        .map(advice -> new AdviceView(advice.text(), when(advice.clause()), source(advice.clause())))
                        .toList());
    }

    private static List<DemandView> demands(List<Demand> demands) {
        return demands.stream()
                .map(demand -> new DemandView(
                        demand.material(),
                        demand.exactly().isPresent() ? demand.exactly().getAsInt() : null,
                        when(demand.clause()),
                        source(demand.clause())))
                .toList();
    }

    private static List<ClauseView> clauses(List<Clause> clauses) {
        return clauses.stream()
                .map(clause -> new ClauseView(when(clause), source(clause)))
                .toList();
    }

    private static String when(Clause clause) {
        return when(clause.when());
    }

    private static String when(Condition condition) {
        return condition.isAlways() ? null : condition.text();
    }

    private static String source(Clause clause) {
        return clause.source().text();
    }
}
