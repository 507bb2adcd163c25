package org.medexam.smp.core.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.medexam.smp.core.age.AgeRecipient;
import org.medexam.smp.core.backup.BackupRefused.Reason;
import org.medexam.smp.core.file.FileMutex;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.schema.SchemaRefused;

/**
 * Makes one backup, while the server may be running: the rows as they are at one moment, then the pictures that these
 * rows name, then the list of them; only then does the backup get its name. What is acknowledged while it runs is the
 * next one's.
 */
public final class MakeBackup {

    private final BackupSource source;
    private final Path folder;
    private final int keep;

    /**
     * @param folder where backups go; made where there is none
     * @param keep the newest so many stay, this one included
     */
    public MakeBackup(BackupSource source, Path folder, int keep) {
        this.source = source;
        this.folder = folder.toAbsolutePath().normalize();
        this.keep = keep;
    }

    /**
     * @param now names the backup
     * @throws BackupRefused when there can be none; what was there before is as it was
     */
    public BackupOutcome make(Instant now, Progress progress) {
        BackupState before = BackupState.read(source.home());
        try {
            return attempt(now, before, progress);
        } catch (BackupRefused refused) {
            remember(before, now, refused.reason());
            throw refused;
        } catch (Refusal away) {
            BackupRefused refused = away.code() == RefusalCode.DATABASE_UNAVAILABLE
                    ? new BackupRefused(Reason.DATABASE_FAILED, away.getMessage())
                    : new BackupRefused(Reason.STORE_AWAY, source.pictures());
            remember(before, now, refused.reason());
            throw refused.because(away);
        } catch (SchemaRefused away) {
            remember(before, now, Reason.DATABASE_FAILED);
            throw new BackupRefused(Reason.DATABASE_FAILED, away.getMessage()).because(away);
        } catch (IOException | UncheckedIOException failed) {
            remember(before, now, Reason.CANNOT_WRITE);
            throw new BackupRefused(Reason.CANNOT_WRITE, failed).because(failed);
        }
    }

    private void remember(BackupState before, Instant now, Reason reason) {
        if (reason == Reason.BUSY) {
            return; // the other one will tell how it went
        }
        try {
            before.after(new BackupState.Failure(now, reason.code())).write(source.home());
        } catch (IOException alsoThere) {
            return; // the caller hears of the first failure
        }
    }

    private BackupOutcome attempt(Instant now, BackupState before, Progress progress) throws IOException {
        AgeRecipient recipient = new BackupKeys(source.home()).needExported();
        refuseWhenAway(before);
        BackupFolder target = BackupFolder.forWriting(folder, recipient);
        try (FileMutex mutex = target.acquireMutex()) {
            Retention retention = new Retention(target);
            retention.removeUnfinished();
            BackupOutcome outcome = new SnapshotCreator(source, target, progress).make(SnapshotName.at(now), now);
            before.after(success(now, outcome)).write(source.home());
            progress.at(Progress.Phase.TIDYING, 0, 0);
            retention.apply(keep);
            return outcome;
        }
    }

    private BackupState.Success success(Instant now, BackupOutcome outcome) {
        return new BackupState.Success(
                now,
                outcome.snapshot().text(),
                folder,
                outcome.pictures(),
                outcome.newPictures(),
                outcome.bytes(),
                outcome.damaged());
    }

    /** An empty folder where backups were is the place of a disk that is not mounted. */
    private void refuseWhenAway(BackupState before) {
        if (!BackupFolder.isOne(folder)
                && before.lastSuccess()
                        .map(BackupState.Success::folder)
                        .filter(folder::equals)
                        .isPresent()) {
            throw new BackupRefused(Reason.FOLDER_AWAY, folder);
        }
    }
}
