package org.medexam.smp.core.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.medexam.smp.core.age.AgeIdentity;
import org.medexam.smp.core.backup.BackupFolder;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.store.StoreFiles;
import org.medexam.smp.core.verify.PictureFinding.Kind;

/**
 * Puts pictures back from a backup. Never over a file that is right; what is damaged lies aside afterwards, in the
 * store's folder {@code damaged/<day>}. Needs no database, and so works beside a running server.
 */
public final class RepairPictures {

    private final BackupFolder folder;
    private final AgeIdentity identity;
    private final StoreFiles store;

    /** What came of one. */
    public enum Repair {
        /** In its place again, with the right digest. */
        REPAIRED,
        /** Somebody was faster. */
        RIGHT_ALREADY,
        /** No backup in the folder holds it undamaged. */
        NOT_IN_BACKUP,
        /** The disk or the rights say no. */
        REFUSED,
        /** Files without a row need no repair; the server moves them aside by itself. */
        NOT_OURS_TO_REPAIR
    }

    /**
     * @param identity the exported key
     * @param pictures root of the store
     */
    public RepairPictures(BackupFolder folder, AgeIdentity identity, Path pictures) {
        folder.refuseOtherKey(identity);
        this.folder = folder;
        this.identity = identity;
        this.store = new StoreFiles(pictures);
    }

    /** @param today names the folder for what lies aside */
    public Repair repair(PictureFinding finding, LocalDate today) {
        if (finding.kind() == Kind.ORPHANED || finding.sha256().isEmpty()) {
            return Repair.NOT_OURS_TO_REPAIR;
        }
        try {
            StoreFiles.State state =
                    store.look(finding.location(), finding.sha256()).state();
            if (state == StoreFiles.State.RIGHT) {
                return Repair.RIGHT_ALREADY;
            }
            Optional<byte[]> content = folder.object(finding.sha256(), identity);
            if (content.isEmpty()) {
                return Repair.NOT_IN_BACKUP;
            }
            if (state != StoreFiles.State.MISSING) {
                store.setAside(finding.location(), today);
            }
            store.put(finding.location(), content.get());
            return Repair.REPAIRED;
        } catch (IOException | Refusal | IllegalStateException refused) {
            return Repair.REFUSED;
        }
    }
}
