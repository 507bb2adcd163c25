package org.medexam.smp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks each rule twice: the module's classes obey it, and the violation planted among the tests breaks it. A rule
 * that finds no planted violation protects nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureContract {

    private final JavaClasses module;
    private final JavaClasses planted;

    /**
     * @param root package of the module; its violations lie in the package {@code planted} below it
     * @param plantedElsewhere names of planted classes that need the package of what they misuse
     */
    protected ArchitectureContract(String root, String... plantedElsewhere) {
        module = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        Set<String> elsewhere = Set.of(plantedElsewhere);
        planted = new ClassFileImporter()
                .importPackages(root)
                .that(DescribedPredicate.describe(
                        "planted",
                        type -> type.getPackageName().startsWith(root + ".planted")
                                || elsewhere.contains(type.getName())));
    }

    /** Returns the rules of the module. */
    protected abstract Stream<ArchitectureRule> rules();

    @ParameterizedTest
    @MethodSource("rules")
    void moduleObeys(ArchitectureRule rule) {
        rule.rule().check(module);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void plantedViolationIsFound(ArchitectureRule rule) {
        assertThat(rule.rule().evaluate(planted).hasViolation())
                .as(rule.toString())
                .isTrue();
    }
}
