package org.medexam.smp.server.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No JPQL or SQL statement of the server sets the state of a dossier: {@link DossierLifecycle} does. */
class StateStatementsTest {

    /** An update of dossiers that assigns the state before its condition; statements are split over string literals. */
    private static final Pattern SETS_STATE = Pattern.compile(
            "(?is)UPDATE\\s+dossier\\b(?:(?!\\bWHERE\\b)[^;]){0,400}?\\bSET\\b(?:(?!\\bWHERE\\b)[^;]){0,400}?\\bstate\\s*=");

    @Test
    void noStatementSetsTheState() throws IOException {
        assertThat(offenders(Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void aPlantedStatementIsFound() throws IOException {
        assertThat(offenders(Path.of("src/test/java/org/medexam/smp/server/dossier")))
                .containsExactly("PlantedBypass.java");
    }

    private static List<String> offenders(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(StateStatementsTest::setsState)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static boolean setsState(Path file) {
        try {
            return SETS_STATE.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
