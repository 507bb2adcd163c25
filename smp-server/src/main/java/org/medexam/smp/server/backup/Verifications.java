package org.medexam.smp.server.backup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import org.medexam.smp.core.backup.Progress;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.verify.VerifyOutcome;
import org.medexam.smp.core.verify.VerifyPictures;
import org.medexam.smp.server.database.Database;

/** Compares pictures with their rows where only this process can read the rows; the findings lie in SMP_HOME. */
@Singleton
public class Verifications {

    private final SmpSettings settings;
    private final Database database;
    private final Clock clock;
    private final BackgroundJob<Looked> work = new BackgroundJob<>("smp-verify");

    /** A verification that came to its end; what it found is in {@code data/verify-findings.jsonl}. */
    record Looked(long rows, long files, int findings) {}

    @Inject
    Verifications(SmpSettings settings, Database database, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /** Starts one, if none runs. */
    void start(boolean restart) {
        work.start(progress -> look(restart, progress));
    }

    BackgroundJob.View<Looked> view() {
        return work.view();
    }

    private Looked look(boolean restart, Progress progress) {
        try {
            VerifyOutcome outcome = new VerifyPictures(
                            database.connections(), settings.storage().path(), settings.home())
                    .verify(restart, clock.instant(), progress);
            return new Looked(
                    outcome.rows(), outcome.files(), outcome.findings().size());
        } catch (SQLException away) {
            throw Refusal.of(RefusalCode.DATABASE_UNAVAILABLE, "a verification was cut", away);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }
}
