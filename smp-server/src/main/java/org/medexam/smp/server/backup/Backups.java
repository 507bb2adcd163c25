package org.medexam.smp.server.backup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.logging.Logger;
import org.medexam.smp.core.backup.BackupOutcome;
import org.medexam.smp.core.backup.BackupRefused;
import org.medexam.smp.core.backup.BackupSchedule;
import org.medexam.smp.core.backup.BackupSource;
import org.medexam.smp.core.backup.BackupState;
import org.medexam.smp.core.backup.MakeBackup;
import org.medexam.smp.core.backup.Progress;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.snapshot.ListedPicture;
import org.medexam.smp.server.database.Database;

/** The backups of this server: the daily one, and those that the tool asks for. */
@Singleton
public class Backups {

    private static final Logger LOG = Logger.getLogger(Backups.class.getName());

    private final SmpSettings settings;
    private final Database database;
    private final Clock clock;
    private final BackgroundJob<Made> work = new BackgroundJob<>("smp-backup");

    /**
     * A backup that came to its end.
     *
     * @param damaged pictures that could not be taken
     */
    record Made(
            String snapshot,
            long pictures,
            long newPictures,
            long bytes,
            long gone,
            long damaged,
            List<String> damagedLocations,
            boolean writersWaited) {

        static Made of(BackupOutcome outcome) {
            return new Made(
                    outcome.snapshot().text(),
                    outcome.pictures(),
                    outcome.newPictures(),
                    outcome.bytes(),
                    outcome.gone(),
                    outcome.damaged(),
                    outcome.named().stream().map(ListedPicture::location).toList(),
                    outcome.writersWaited());
        }
    }

    @Inject
    Backups(SmpSettings settings, Database database, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /** Starts the daily one when its time has come; to be asked every minute. */
    public void startWhenDue() {
        BackupSchedule schedule =
                new BackupSchedule(settings.backup(), settings.district().zone());
        if (!work.isRunning() && schedule.isDue(BackupState.read(settings.home()), clock.instant())) {
            start();
        }
    }

    /** Starts one, if none runs. */
    void start() {
        work.start(this::make);
    }

    BackgroundJob.View<Made> view() {
        return work.view();
    }

    private Made make(Progress progress) {
        Path folder = settings.backup().path().orElseThrow(BackupRefused::withoutFolder);
        BackupOutcome outcome = new MakeBackup(
                        BackupSource.of(settings, database.connections()),
                        folder,
                        settings.backup().keep())
                .make(clock.instant(), progress);
        if (outcome.complete()) {
            LOG.info(() -> "backup " + outcome.snapshot() + ": " + outcome.pictures() + " pictures, "
                    + outcome.newPictures() + " of them new");
        } else {
            LOG.severe(() -> "BACKUP INCOMPLETE " + outcome.snapshot() + ": " + outcome.damaged()
                    + " pictures are missing or damaged in the store; smp verify names them. 备份不完整，请运行 smp verify。");
        }
        return Made.of(outcome);
    }
}
