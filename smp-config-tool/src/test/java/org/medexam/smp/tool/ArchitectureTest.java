package org.medexam.smp.tool;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.stream.Stream;
import org.medexam.smp.architecture.ArchitectureContract;
import org.medexam.smp.architecture.ArchitectureRule;
import org.medexam.smp.architecture.SharedRules;

/** Rules of the configuration tool. */
class ArchitectureTest extends ArchitectureContract {

    ArchitectureTest() {
        super("org.medexam.smp.tool");
    }

    @Override
    protected Stream<ArchitectureRule> rules() {
        return Stream.of(
                new ArchitectureRule(noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.medexam.smp.server..", "jakarta..")
                        .as("the tool knows neither the server nor its container")),
                SharedRules.filesAreWrittenOnlyBy(),
                SharedRules.noCycles("org.medexam.smp.tool"));
    }
}
