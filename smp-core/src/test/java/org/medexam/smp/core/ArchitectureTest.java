package org.medexam.smp.core;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.stream.Stream;
import org.medexam.smp.architecture.ArchitectureContract;
import org.medexam.smp.architecture.ArchitectureRule;
import org.medexam.smp.architecture.SharedRules;

/** Rules of the core. */
class ArchitectureTest extends ArchitectureContract {

    ArchitectureTest() {
        super("org.medexam.smp.core");
    }

    @Override
    protected Stream<ArchitectureRule> rules() {
        return Stream.of(
                new ArchitectureRule(noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta..", "javax.swing..", "org.glassfish..", "org.eclipse..")
                        .as("the core knows neither container nor Swing")),
                new ArchitectureRule(noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.time.Clock")
                        .orShould()
                        .callMethodWhere(
                                target(nameMatching("now")).and(target(owner(resideInAPackage("java.time..")))))
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callConstructor(java.util.Date.class)
                        .as("the core has no clock: times are passed in")),
                new ArchitectureRule(noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "..core.schema..", "..core.rows..", "..core.backup..", "..core.verify..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..")
                        .as("JDBC is for schema, backup and what they share alone")),
                new ArchitectureRule(noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "..core.file..",
                                "..core.store..",
                                "..core.backup..",
                                // these read and write files of their own, none of them a picture of anybody
                                "..core.settings..",
                                "..core.launch..",
                                "..core.ticket..",
                                "..core.verify..",
                                "..core.cataloguefile..")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.nio\\.file\\.Files|java\\.nio\\.channels\\.FileChannel"
                                + "|java\\.io\\.(File(In|Out)putStream|RandomAccessFile|FileReader|FileWriter)")
                        .as("files of pictures are for the store alone")),
                new ArchitectureRule(noClasses()
                        .that()
                        .resideOutsideOfPackages("..core.picture..", "..core.cataloguefile..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.medexam.smp.imaging..")
                        .as("only core.picture joins the core and imaging; cataloguefile checks sample pictures")),
                SharedRules.filesAreWrittenOnlyBy("..core.file..", "..core.store.."),
                SharedRules.noAwtFont(),
                SharedRules.noCycles("org.medexam.smp.core"));
    }
}
