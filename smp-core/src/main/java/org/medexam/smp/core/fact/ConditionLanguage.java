package org.medexam.smp.core.fact;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Compiles conditions: the Common Expression Language, cut down to comparing, {@code in}, {@code && || !} and {@code
 * date('yyyy-MM-dd')} over the facts of the contract. No loops, no calls to anything outside, so that a file from
 * anybody can be read safely. Not for two threads at once.
 */
public final class ConditionLanguage {

    /** The condition of what has no condition. */
    public static final String ALWAYS = "true";

    private static final int MAX_LENGTH = 1000;
    private static final String DATE = "date";
    private static final String DATE_OVERLOAD = "date_of_text";

    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Map<String, Condition> compiled = new HashMap<>();

    public ConditionLanguage() {
        CelOptions options = CelOptions.current().enableUnknownTracking(true).build();
        compiler = compiler(options);
        runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(options)
                .addFunctionBindings(CelFunctionBinding.from(
                        DATE_OVERLOAD,
                        String.class,
                        text -> LocalDate.parse(text)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()))
                .build();
    }

    private static CelCompiler compiler(CelOptions options) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setResultType(SimpleType.BOOL)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .includeFunctions(
                                StandardFunction.IN,
                                StandardFunction.LOGICAL_NOT,
                                StandardFunction.LOGICAL_AND,
                                StandardFunction.LOGICAL_OR,
                                StandardFunction.EQUALS,
                                StandardFunction.NOT_EQUALS,
                                StandardFunction.LESS,
                                StandardFunction.LESS_EQUALS,
                                StandardFunction.GREATER,
                                StandardFunction.GREATER_EQUALS)
                        .build())
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        DATE,
                        CelOverloadDecl.newGlobalOverload(DATE_OVERLOAD, SimpleType.TIMESTAMP, SimpleType.STRING)));
        for (FactName fact : FactName.values()) {
            builder.addVar(fact.wireName(), type(fact));
        }
        return builder.build();
    }

    private static CelType type(FactName fact) {
        return switch (fact.type()) {
            case CHOICE, TEXT -> SimpleType.STRING;
            case FLAG -> SimpleType.BOOL;
            case NUMBER -> SimpleType.INT;
            case DATE -> SimpleType.TIMESTAMP;
        };
    }

    /** @throws ConditionRefused with the first thing that is wrong with it */
    public Condition compile(String text) {
        Condition known = compiled.get(text);
        if (known == null) {
            known = compileNew(text);
            compiled.put(text, known);
        }
        return known;
    }

    private Condition compileNew(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ConditionRefused(
                    ConditionRefused.Kind.NOT_AN_EXPRESSION, MAX_LENGTH, "longer than " + MAX_LENGTH + " characters");
        }
        CelAbstractSyntaxTree tree = check(text);
        ConditionCheck check = new ConditionCheck(tree);
        check.run();
        try {
            return new Condition(text, check.facts(), runtime.createProgram(tree));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked condition that makes no program: " + text, e);
        }
    }

    private CelAbstractSyntaxTree check(String text) {
        CelValidationResult result = compiler.compile(text);
        if (result.hasError()) {
            CelIssue first = result.getErrors().get(0);
            throw new ConditionRefused(
                    ConditionRefused.Kind.NOT_AN_EXPRESSION,
                    first.getSourceLocation().getColumn() + 1,
                    first.getMessage().replaceFirst(" \\(candidates:.*", ""));
        }
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("no errors, yet no tree: " + text, e);
        }
    }
}
