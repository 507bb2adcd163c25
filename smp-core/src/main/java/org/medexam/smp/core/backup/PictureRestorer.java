package org.medexam.smp.core.backup;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medexam.smp.core.age.AgeIdentity;
import org.medexam.smp.core.snapshot.ListedPicture;
import org.medexam.smp.core.snapshot.ListedPicture.Fate;
import org.medexam.smp.core.snapshot.SnapshotHead;
import org.medexam.smp.core.snapshot.SnapshotParts;
import org.medexam.smp.core.store.StoreFiles;

/** Puts a snapshot's pictures to their places, through the store; those that lie there already, as they should, stay. */
final class PictureRestorer implements SnapshotParts {

    private final BackupFolder folder;
    private final AgeIdentity identity;
    private final StoreFiles store;
    private final LocalDate today;
    private final Progress progress;
    private final Set<Long> gone = new HashSet<>();
    private final List<ListedPicture> missing = new ArrayList<>();
    private long inPlace;
    private long done;

    PictureRestorer(BackupFolder folder, AgeIdentity identity, StoreFiles store, LocalDate today, Progress progress) {
        this.folder = folder;
        this.identity = identity;
        this.store = store;
        this.today = today;
        this.progress = progress;
    }

    @Override
    public void head(SnapshotHead head) {
        progress.at(Progress.Phase.PICTURES, 0, 0);
    }

    @Override
    public void picture(ListedPicture picture) {
        if (picture.fate() == Fate.GONE) {
            gone.add(picture.id());
        } else {
            putBack(picture);
        }
        progress.at(Progress.Phase.PICTURES, ++done, 0);
    }

    private void putBack(ListedPicture picture) {
        StoreFiles.State state =
                store.look(picture.location(), picture.sha256()).state();
        if (state == StoreFiles.State.RIGHT) {
            inPlace++;
            return;
        }
        Optional<byte[]> content = folder.object(picture.sha256(), identity);
        if (content.isEmpty()) {
            missing.add(picture.fate() == Fate.KEPT ? picture.now(Fate.MISSING) : picture);
            return;
        }
        if (state != StoreFiles.State.MISSING) {
            setAside(picture);
        }
        store.put(picture.location(), content.get());
        inPlace++;
    }

    private void setAside(ListedPicture picture) {
        try {
            store.setAside(picture.location(), today);
        } catch (IOException failed) {
            throw new BackupRefused(BackupRefused.Reason.CANNOT_WRITE, failed).because(failed);
        }
    }

    /** Numbers of the rows that are to be left out. */
    Set<Long> gone() {
        return gone;
    }

    List<ListedPicture> missing() {
        return missing;
    }

    long inPlace() {
        return inPlace;
    }
}
