package org.medexam.smp.core;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What never happens in the core (the nevers of the house). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeversTest {

    private final JavaClasses house = Never.house();
    private final JavaClasses planted = Never.planted();

    static Stream<Never> nevers() {
        return Stream.of(
                new Never(noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta..", "javax.swing..", "org.glassfish..", "org.eclipse..")
                        .as("the core knows neither container nor Swing")),
                new Never(noClasses()
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
                new Never(noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "..core.schema..", "..core.rows..", "..core.backup..", "..core.verify..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..")
                        .as("JDBC is for schema, backup and what they share alone")),
                new Never(noClasses()
                        .that()
                        .resideOutsideOfPackages(
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
                new Never(noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.awt\\.(Font|FontMetrics|GraphicsEnvironment|font\\..*)")
                        .orShould()
                        .callMethodWhere(target(nameMatching("drawString|drawChars|drawGlyphVector")))
                        .as("no AWT font: a bare server has none")),
                new Never(slices().matching("org.medexam.smp.core.(**)")
                        .should()
                        .beFreeOfCycles()
                        .as("no cycle between packages")));
    }

    @ParameterizedTest
    @MethodSource("nevers")
    void holds(Never never) {
        never.holdsIn(house);
    }

    @ParameterizedTest
    @MethodSource("nevers")
    void findsWhatIsPlanted(Never never) {
        never.isBrokenIn(planted);
    }
}
