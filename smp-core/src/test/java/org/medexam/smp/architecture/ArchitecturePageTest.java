package org.medexam.smp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/architecture.md names the packages that there are, and the classes that it cites exist. */
class ArchitecturePageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/architecture.md");
    private static final String BASE = "org/medexam/smp/";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|");
    private static final Pattern CLASS = Pattern.compile("`(?:[a-z]+\\.)*([A-Z][A-Za-z]+)(?:\\.[a-z]\\w+)?`");
    /** Types of libraries that the page names. */
    private static final Set<String> FOREIGN = Set.of("EntityManager");

    @Test
    void namesEveryPackage() throws IOException {
        assertThat(ROW.matcher(Files.readString(PAGE)).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(packages());
    }

    @Test
    void citesOnlyClassesThatExist() throws IOException {
        Set<String> cited = CLASS.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !FOREIGN.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(cited).hasSizeGreaterThan(20);
        assertThat(sources("src").map(ArchitecturePageTest::simpleName).toList())
                .containsAll(cited);
    }

    private static Set<String> packages() throws IOException {
        return sources("src/main/java")
                .map(file -> file.getParent().toString().replace('\\', '/'))
                .map(folder ->
                        folder.substring(folder.indexOf(BASE) + BASE.length()).replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> sources(String below) throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve(below)).filter(Files::isDirectory).toList().stream()
                    .flatMap(ArchitecturePageTest::javaFiles);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String simpleName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
