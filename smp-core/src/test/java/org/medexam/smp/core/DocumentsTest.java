package org.medexam.smp.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point to is there. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|/|#)([^)#\\s]+)");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<Path> documents = documents();
        assertThat(documents).hasSizeGreaterThan(20);

        List<String> dead = documents.stream().flatMap(DocumentsTest::deadLinks).toList();

        assertThat(dead).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Stream<String> deadLinks(Path document) {
        try {
            return LINK.matcher(Files.readString(document))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> Files.notExists(document.resolveSibling(link)))
                    .map(link -> document.getFileName() + " → " + link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
