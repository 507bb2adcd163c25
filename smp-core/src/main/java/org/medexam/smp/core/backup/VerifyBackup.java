package org.medexam.smp.core.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medexam.smp.core.age.AgeIdentity;
import org.medexam.smp.core.rows.Row;
import org.medexam.smp.core.rows.TableShape;
import org.medexam.smp.core.snapshot.ListedPicture;
import org.medexam.smp.core.snapshot.SnapshotParts;

/** Proves a backup readable and whole, with the key that a restore would use: every row and every picture of it. */
public final class VerifyBackup {

    private final BackupFolder folder;
    private final Snapshots snapshots;

    /**
     * @param snapshot the one that was looked at
     * @param rows how many rows it holds
     * @param pictures how many pictures it names
     * @param damaged those that cannot be restored: they were damaged when it was made, or are damaged in the backup
     */
    public record Outcome(SnapshotName snapshot, long rows, long pictures, List<ListedPicture> damaged) {
        public Outcome {
            damaged = List.copyOf(damaged);
        }
    }

    /** @param identity the exported key */
    public VerifyBackup(BackupFolder folder, AgeIdentity identity) {
        this.folder = folder;
        this.snapshots = new Snapshots(folder, identity);
    }

    /**
     * @param wanted name of the snapshot; empty: the newest
     * @throws BackupRefused when the snapshot does not open, or is not whole
     */
    public Outcome verify(Optional<String> wanted, Progress progress) {
        SnapshotName name = folder.snapshot(wanted);
        snapshots.head(name);
        Count count = new Count(progress);
        snapshots.read(name, count);
        return new Outcome(name, count.rows, count.pictures, count.damaged);
    }

    private final class Count implements SnapshotParts {

        private final Progress progress;
        private final List<ListedPicture> damaged = new ArrayList<>();
        private long rows;
        private long pictures;

        Count(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void row(TableShape table, Row row) {
            progress.at(Progress.Phase.ROWS, ++rows, 0);
        }

        @Override
        public void picture(ListedPicture picture) {
            if (picture.fate() == ListedPicture.Fate.GONE) {
                return;
            }
            progress.at(Progress.Phase.PICTURES, ++pictures, 0);
            if (folder.object(picture.sha256(), snapshots.identity()).isEmpty()) {
                damaged.add(
                        picture.fate() == ListedPicture.Fate.KEPT ? picture.now(ListedPicture.Fate.MISSING) : picture);
            }
        }
    }
}
