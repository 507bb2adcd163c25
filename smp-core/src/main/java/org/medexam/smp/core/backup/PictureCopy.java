package org.medexam.smp.core.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medexam.smp.core.backup.BackupRefused.Reason;
import org.medexam.smp.core.rows.PictureRow;
import org.medexam.smp.core.rows.PictureRows;
import org.medexam.smp.core.snapshot.ListedPicture;
import org.medexam.smp.core.snapshot.ListedPicture.Fate;
import org.medexam.smp.core.store.StoreFiles;

/** Copies the pictures that a snapshot's rows name, each once and checked, and says what came of every one. */
final class PictureCopy {

    private final BackupFolder folder;
    private final StoreFiles store;
    private final PictureRows rows;
    private final PictureSpool.Taker list;
    private final List<ListedPicture> suspects = new ArrayList<>();
    private final List<ListedPicture> named = new ArrayList<>();
    private long pictures;
    private long newPictures;
    private long bytes;
    private long gone;
    private long damaged;

    /** @param list is told every picture with its fate */
    PictureCopy(BackupFolder folder, StoreFiles store, PictureRows rows, PictureSpool.Taker list) {
        this.folder = folder;
        this.store = store;
        this.rows = rows;
        this.list = list;
    }

    void copy(ListedPicture picture) throws IOException {
        if (folder.hasObject(picture.sha256())) {
            kept(picture);
            return;
        }
        StoreFiles.Look look = store.look(picture.location(), picture.sha256());
        if (look.state() == StoreFiles.State.RIGHT) {
            bytes += folder.addObject(picture.sha256(), look.content());
            newPictures++;
            kept(picture);
        } else {
            suspects.add(picture.now(Fate.valueOf(look.state().name())));
            if (suspects.size() == PictureRows.BATCH) {
                judge();
            }
        }
    }

    private void kept(ListedPicture picture) throws IOException {
        pictures++;
        list.take(picture);
    }

    /** A draft's picture is destroyed row first: whose row is gone too was not lost. */
    private void judge() throws IOException {
        Set<Long> still = new HashSet<>();
        try {
            rows.still(suspects.stream().map(ListedPicture::id).toList()).stream()
                    .map(PictureRow::id)
                    .forEach(still::add);
        } catch (SQLException e) {
            throw new BackupRefused(Reason.DATABASE_FAILED, e.getMessage()).because(e);
        }
        for (ListedPicture suspect : suspects) {
            if (still.contains(suspect.id())) {
                damaged++;
                pictures++;
                if (named.size() < BackupOutcome.NAMED) {
                    named.add(suspect);
                }
                list.take(suspect);
            } else {
                gone++;
                list.take(suspect.now(Fate.GONE));
            }
        }
        suspects.clear();
    }

    void end() throws IOException {
        judge();
        folder.syncObjects();
    }

    BackupOutcome outcome(SnapshotName name, long snapshotBytes, boolean writersWaited) {
        return new BackupOutcome(
                name, pictures, newPictures, bytes + snapshotBytes, gone, damaged, named, writersWaited);
    }
}
