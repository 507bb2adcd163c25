package org.medexam.smp.tool.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.medexam.smp.core.file.AtomicFile;

/** Which process it was: its number and when it began, since numbers are used again. */
record PidFile(Path file) {

    /** A corrected clock moves the beginnings of all processes by a little. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(5);

    void write(ProcessHandle process) throws IOException {
        String began = process.info().startInstant().map(Instant::toString).orElse("");
        AtomicFile.write(file, process.pid() + " " + began + "\n");
    }

    /** The process, if it lives and is the same. */
    Optional<ProcessHandle> process() {
        try {
            String[] words = Files.readString(file).strip().split(" ");
            Instant began = Instant.parse(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .map(start -> Duration.between(began, start).abs().compareTo(SAME_MOMENT) < 0)
                            .orElse(false));
        } catch (IOException | DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
