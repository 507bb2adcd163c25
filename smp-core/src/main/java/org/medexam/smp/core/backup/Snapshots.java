package org.medexam.smp.core.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.medexam.smp.core.age.AgeIdentity;
import org.medexam.smp.core.backup.BackupRefused.Reason;
import org.medexam.smp.core.snapshot.SnapshotHead;
import org.medexam.smp.core.snapshot.SnapshotParts;
import org.medexam.smp.core.snapshot.SnapshotReader;

/** Opens a folder's snapshots with the key. */
record Snapshots(BackupFolder folder, AgeIdentity identity) {

    Snapshots {
        folder.refuseOtherKey(identity);
    }

    /** @throws BackupRefused where it is of a form that this program does not know, or damaged */
    SnapshotHead head(SnapshotName name) {
        try (InputStream in = open(name)) {
            SnapshotHead head = SnapshotReader.head(in);
            if (head.form() > SnapshotHead.FORM) {
                throw new BackupRefused(Reason.SNAPSHOT_NEWER, name);
            }
            return head;
        } catch (IOException damaged) {
            throw new BackupRefused(Reason.SNAPSHOT_DAMAGED, name).because(damaged);
        }
    }

    /** @throws BackupRefused when it is damaged: perhaps only after most of it was told */
    void read(SnapshotName name, SnapshotParts parts) {
        try (InputStream in = open(name)) {
            SnapshotReader.read(in, parts);
        } catch (IOException damaged) {
            throw new BackupRefused(Reason.SNAPSHOT_DAMAGED, name).because(damaged);
        }
    }

    private InputStream open(SnapshotName name) throws IOException {
        return new BufferedInputStream(
                identity.open(new BufferedInputStream(
                        Files.newInputStream(folder.snapshotFile(name, SnapshotName.SEALED)), 1 << 16)),
                1 << 16);
    }
}
