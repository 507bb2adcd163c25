package org.medexam.smp.core.fact;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the language's own types do not see: that {@code edu == 'BACK'} can never hold. Also gathers the facts asked. */
final class ConditionCheck {

    private static final Set<String> EQUALITY = Set.of("_==_", "_!=_");
    private static final String IN = "@in";
    private static final String DATE = "date";

    private final CelAbstractSyntaxTree tree;
    private final Set<FactName> facts = EnumSet.noneOf(FactName.class);

    ConditionCheck(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    Set<FactName> facts() {
        return facts;
    }

    void run() {
        visit(tree.getExpr());
    }

    private void visit(CelExpr expression) {
        fact(expression).ifPresent(facts::add);
        switch (expression.getKind()) {
            case CALL -> {
                check(expression.call());
                expression.call().args().forEach(this::visit);
            }
            case LIST -> expression.list().elements().forEach(this::visit);
            default -> {
                // constants and names hold nothing else
            }
        }
    }

    private void check(CelCall call) {
        if (call.function().equals(DATE)) {
            checkDate(call.args().get(0));
        }
        for (CelExpr argument : call.args()) {
            fact(argument)
                    .filter(fact -> fact.type() == FactName.Type.CHOICE)
                    .ifPresent(fact -> checkComparison(call, argument, fact));
        }
    }

    private void checkDate(CelExpr argument) {
        String text = text(argument).orElse("");
        try {
            LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ConditionRefused(ConditionRefused.Kind.NOT_A_DATE, column(argument), text);
        }
    }

    private void checkComparison(CelCall call, CelExpr name, FactName fact) {
        for (CelExpr value : comparedWith(call, name, fact)) {
            String text = text(value).orElseThrow(() -> notCompared(name, fact));
            if (!fact.takes(text)) {
                throw new ConditionRefused(
                        ConditionRefused.Kind.NO_SUCH_VALUE, column(value), fact.wireName(), text, values(fact));
            }
        }
    }

    private List<CelExpr> comparedWith(CelCall call, CelExpr name, FactName fact) {
        CelExpr first = call.args().get(0);
        CelExpr last = call.args().get(call.args().size() - 1);
        if (EQUALITY.contains(call.function())) {
            return List.of(first.id() == name.id() ? last : first);
        }
        if (call.function().equals(IN) && last.getKind() == ExprKind.Kind.LIST) {
            return last.list().elements();
        }
        throw notCompared(name, fact);
    }

    private ConditionRefused notCompared(CelExpr name, FactName fact) {
        return new ConditionRefused(
                ConditionRefused.Kind.NOT_COMPARED_WITH_VALUES, column(name), fact.wireName(), values(fact));
    }

    private static String values(FactName fact) {
        return String.join(", ", fact.everyValue().stream().map(String::valueOf).toList());
    }

    private static Optional<FactName> fact(CelExpr expression) {
        return expression.getKind() == ExprKind.Kind.IDENT
                ? FactName.ofWireName(expression.ident().name())
                : Optional.empty();
    }

    private static Optional<String> text(CelExpr expression) {
        return expression.getKind() == ExprKind.Kind.CONSTANT
                        && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expression.constant().stringValue())
                : Optional.empty();
    }

    private int column(CelExpr expression) {
        return tree.getSource().getPositionsMap().getOrDefault(expression.id(), 0) + 1;
    }
}
