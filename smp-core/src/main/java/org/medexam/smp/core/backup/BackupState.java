package org.medexam.smp.core.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.medexam.smp.core.file.AtomicFile;

/**
 * What is known of the last backups: {@code SMP_HOME/data/backup-state.json}, readable without a server.
 *
 * @param lastSuccess the last one that came to its end
 * @param lastFailure the last attempt, if it did not
 */
public record BackupState(Optional<Success> lastSuccess, Optional<Failure> lastFailure) {

    /**
     * @param at when it began
     * @param snapshot its name, e.g. {@code 20210115T180000Z-1a2b3c4d}
     * @param folder where it lies
     * @param pictures how many pictures it names
     * @param newPictures how many of them were not there before
     * @param bytes what the folder grew by
     * @param damaged pictures that could not be taken; more than none: the backup is incomplete
     */
    public record Success(
            Instant at, String snapshot, Path folder, long pictures, long newPictures, long bytes, long damaged) {

        public boolean complete() {
            return damaged == 0;
        }
    }

    /**
     * @param at when it began
     * @param reason {@link BackupRefused.Reason#code}, or {@code failed}
     */
    public record Failure(Instant at, String reason) {}

    private static final BackupState NOTHING = new BackupState(Optional.empty(), Optional.empty());

    private static Path file(Path home) {
        return home.resolve("data").resolve("backup-state.json");
    }

    /**
     * Nothing known where there was no backup yet, or the file is damaged.
     *
     * @param home SMP_HOME
     */
    public static BackupState read(Path home) {
        try {
            JsonNode state = new ObjectMapper().readTree(Files.readAllBytes(file(home)));
            return new BackupState(
                    Optional.ofNullable(state.get("lastSuccess")).map(BackupState::success),
                    Optional.ofNullable(state.get("lastFailure"))
                            .map(failure -> new Failure(
                                    Instant.parse(failure.path("at").asText()),
                                    failure.path("reason").asText())));
        } catch (IOException | DateTimeException noneOrDamaged) {
            return NOTHING;
        }
    }

    private static Success success(JsonNode success) {
        return new Success(
                Instant.parse(success.path("at").asText()),
                success.path("snapshot").asText(),
                Path.of(success.path("folder").asText()),
                success.path("pictures").asLong(),
                success.path("newPictures").asLong(),
                success.path("bytes").asLong(),
                success.path("damaged").asLong());
    }

    BackupState after(Success success) {
        return new BackupState(Optional.of(success), Optional.empty());
    }

    BackupState after(Failure failure) {
        return new BackupState(lastSuccess, Optional.of(failure));
    }

    void write(Path home) throws IOException {
        ObjectNode state = new ObjectMapper().createObjectNode();
        lastSuccess.ifPresent(last -> state.putObject("lastSuccess")
                .put("at", last.at().toString())
                .put("snapshot", last.snapshot())
                .put("folder", last.folder().toString())
                .put("pictures", last.pictures())
                .put("newPictures", last.newPictures())
                .put("bytes", last.bytes())
                .put("damaged", last.damaged()));
        lastFailure.ifPresent(last ->
                state.putObject("lastFailure").put("at", last.at().toString()).put("reason", last.reason()));
        Files.createDirectories(file(home).getParent());
        AtomicFile.write(file(home), state.toPrettyString());
    }
}
