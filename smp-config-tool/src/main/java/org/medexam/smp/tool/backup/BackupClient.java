package org.medexam.smp.tool.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.medexam.smp.core.backup.BackupOutcome;
import org.medexam.smp.core.backup.BackupRefused;
import org.medexam.smp.core.backup.BackupSource;
import org.medexam.smp.core.backup.MakeBackup;
import org.medexam.smp.core.backup.Progress;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.settings.DatabaseSettings;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.snapshot.ListedPicture;
import org.medexam.smp.core.verify.PictureFinding;
import org.medexam.smp.core.verify.VerifyPictures;
import org.medexam.smp.core.verify.VerifyRecord;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;

/**
 * Backs up and verifies one installation, whether its server runs or not. Only the server's own process can open the
 * embedded database, so that it is asked where it runs; everything else is done here.
 */
public final class BackupClient {

    private final SmpSettings settings;
    private final ToolMessages texts;
    private final InstantSource clock;
    private final BackupMessages words;

    public BackupClient(SmpSettings settings, ToolMessages texts, InstantSource clock) {
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
        this.words = new BackupMessages(texts);
    }

    /**
     * A backup that came to its end.
     *
     * @param damaged how many pictures could not be taken
     * @param locations of these, the first thousand
     * @param writersWaited whether uploads had to wait meanwhile
     */
    public record Made(
            String snapshot,
            long pictures,
            long newPictures,
            long bytes,
            long damaged,
            List<String> locations,
            boolean writersWaited) {}

    /** @param rows how many rows were looked at */
    public record Looked(long rows, long files, List<PictureFinding> findings) {}

    @FunctionalInterface
    private interface Work<T> {
        T on(DataSource database) throws SQLException, IOException;
    }

    /** @throws Failed with what to do */
    public Made backUp(Progress progress) {
        try {
            settings.backup().path().orElseThrow(BackupRefused::withoutFolder);
            // a running server makes them all: its account must be able to go on with what lies there
            return new ServerWork(settings, texts)
                    .done("backups", progress)
                    .map(BackupClient::made)
                    .orElseGet(() -> here(database -> {
                        BackupOutcome outcome = new MakeBackup(
                                        BackupSource.of(settings, database),
                                        settings.backup().path().orElseThrow(),
                                        settings.backup().keep())
                                .make(clock.instant(), progress);
                        return made(outcome);
                    }));
        } catch (BackupRefused refused) {
            throw words.failed(refused);
        }
    }

    /**
     * @param restart from the beginning, also where an earlier one was interrupted
     * @throws Failed with what to do
     */
    public Looked verify(boolean restart, Progress progress) {
        Optional<JsonNode> byServer = serverAnswer("verifications?restart=" + restart, progress);
        if (byServer.isPresent()) {
            return new Looked(
                    byServer.get().path("rows").asLong(),
                    byServer.get().path("files").asLong(),
                    findings());
        }
        return here(database -> {
            var outcome = new VerifyPictures(database, settings.storage().path(), settings.home())
                    .verify(restart, clock.instant(), progress);
            return new Looked(outcome.rows(), outcome.files(), outcome.findings());
        });
    }

    private List<PictureFinding> findings() {
        try {
            return new VerifyRecord(settings.home()).findings();
        } catch (IOException unreadable) {
            throw words.failed("cannot-write", List.of(String.valueOf(unreadable)));
        }
    }

    /** Empty where this process is to do it: on a SQL Server, or when no server runs. */
    private Optional<JsonNode> serverAnswer(String what, Progress progress) {
        return settings.database() instanceof DatabaseSettings.Embedded
                ? new ServerWork(settings, texts).done(what, progress)
                : Optional.empty();
    }

    private <T> T here(Work<T> work) {
        if (settings.database() instanceof DatabaseSettings.Embedded embedded
                && Files.notExists(embedded.folder().resolve("EP.mv.db"))) {
            throw new Failed(texts.say("backup.no-database", embedded.folder()));
        }
        DataSource database = DatabaseAddress.of(settings.database()).connections();
        // the embedded database would be closed and opened again with every single question
        try (Connection keepsItOpen = database.getConnection()) {
            return work.on(database);
        } catch (Refusal refused) {
            throw words.failed(refused.code().code(), List.of(String.valueOf(refused.getMessage())));
        } catch (SQLException failed) {
            throw words.failed("database-failed", List.of(failed.getMessage()));
        } catch (IOException failed) {
            throw words.failed("cannot-write", List.of(String.valueOf(failed)));
        }
    }

    private static Made made(BackupOutcome outcome) {
        return new Made(
                outcome.snapshot().text(),
                outcome.pictures(),
                outcome.newPictures(),
                outcome.bytes(),
                outcome.damaged(),
                outcome.named().stream().map(ListedPicture::location).toList(),
                outcome.writersWaited());
    }

    private static Made made(JsonNode outcome) {
        List<String> locations = new ArrayList<>();
        outcome.path("damagedLocations").forEach(location -> locations.add(location.asText()));
        return new Made(
                outcome.path("snapshot").asText(),
                outcome.path("pictures").asLong(),
                outcome.path("newPictures").asLong(),
                outcome.path("bytes").asLong(),
                outcome.path("damaged").asLong(),
                locations,
                outcome.path("writersWaited").asBoolean());
    }
}
