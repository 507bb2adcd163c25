package org.medexam.smp.tool.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** On a command line people want our sentences, and of the libraries only what is a warning. */
final class LibraryLogging {

    private static final String SETTINGS = """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.SimpleFormatter.format=%4$s %3$s: %5$s%6$s%n
            .level=WARNING
            org.flywaydb.core.internal.database.base.Database.level=SEVERE
            org.apache.fontbox.ttf.CmapSubtable.level=SEVERE
            """;

    private LibraryLogging() {}

    static void setUp() {
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException neverFromMemory) {
            throw new UncheckedIOException(neverFromMemory);
        }
    }
}
