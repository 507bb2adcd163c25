package org.medexam.smp.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Rules that hold in more than one module. */
public final class SharedRules {

    /** Calls that create, fill, rename or replace a file; reading, deleting and symbolic links do not. */
    private static final String WRITES =
            "write|writeString|newOutputStream|newBufferedWriter|newByteChannel|move|copy|createFile|createTempFile"
                    + "|createLink";

    private SharedRules() {}

    /** No cycle between the packages below a root. */
    public static ArchitectureRule noCycles(String root) {
        return new ArchitectureRule(
                slices().matching(root + ".(**)").should().beFreeOfCycles().as("no cycle between packages"));
    }

    /** A server without fontconfig throws where AWT looks for a font. */
    public static ArchitectureRule noAwtFont() {
        return new ArchitectureRule(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.awt\\.(Font|FontMetrics|GraphicsEnvironment|font\\..*)")
                .orShould()
                .callMethodWhere(target(nameMatching("drawString|drawChars|drawGlyphVector")))
                .as("no AWT font: a bare server has none"));
    }

    /**
     * Files are written by {@code core.file} and the picture store alone: atomically, and forced to the disk.
     *
     * @param writers packages that may write
     */
    public static ArchitectureRule filesAreWrittenOnlyBy(String... writers) {
        return new ArchitectureRule(noClasses()
                .that()
                .resideOutsideOfPackages(writers)
                .should()
                .callMethodWhere(
                        target(nameMatching(WRITES)).and(target(owner(nameMatching("java\\.nio\\.file\\.Files")))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.channels\\.FileChannel"
                        + "|java\\.io\\.(FileOutputStream|RandomAccessFile|FileWriter)")
                .as("files are written only by core.file and the picture store"));
    }
}
