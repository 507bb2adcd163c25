package org.medexam.smp.imaging;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.stream.Stream;
import org.medexam.smp.architecture.ArchitectureContract;
import org.medexam.smp.architecture.ArchitectureRule;
import org.medexam.smp.architecture.SharedRules;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.png.PngFile;

/** Rules of the picture packages. */
class ImagingArchitectureTest extends ArchitectureContract {

    private static final String ROOT = "org.medexam.smp.imaging";

    ImagingArchitectureTest() {
        super(ROOT);
    }

    @Override
    protected Stream<ArchitectureRule> rules() {
        return Stream.of(
                new ArchitectureRule(noClasses()
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("org.medexam.smp..").and(not(resideInAPackage(ROOT + ".."))))
                        .as("imaging depends on nothing else of the product")),
                new ArchitectureRule(noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta..", "java.sql..", "java.nio.file..", "javax.swing..")
                        .orShould()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.time\\.(Clock|Instant)|java\\.util\\.Date"
                                + "|java\\.io\\.(File|File(In|Out)putStream|RandomAccessFile)")
                        .as("imaging knows no container, database, file or clock")),
                new ArchitectureRule(noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + ".inspect..")
                        .should()
                        .callMethod(JpegFile.class, "parse", byte[].class, PictureLimits.class)
                        .orShould()
                        .callMethod(PngFile.class, "parse", byte[].class, PictureLimits.class)
                        .as("only the inspector parses, so that a picture is parsed once")),
                SharedRules.noAwtFont(),
                SharedRules.noCycles(ROOT));
    }
}
