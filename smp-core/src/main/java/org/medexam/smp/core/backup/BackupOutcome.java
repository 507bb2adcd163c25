package org.medexam.smp.core.backup;

import java.util.List;
import org.medexam.smp.core.snapshot.ListedPicture;

/**
 * A backup that came to its end.
 *
 * @param snapshot its name
 * @param pictures how many pictures it names, without those that were destroyed meanwhile
 * @param newPictures how many of them were not in the folder before
 * @param bytes what the folder grew by
 * @param gone pictures that were destroyed by their owners while it was made
 * @param damaged how many pictures could not be taken: more than none means incomplete
 * @param named the damaged ones, the first {@value #NAMED} of them
 * @param writersWaited whether uploads had to wait while the rows were read
 */
public record BackupOutcome(
        SnapshotName snapshot,
        long pictures,
        long newPictures,
        long bytes,
        long gone,
        long damaged,
        List<ListedPicture> named,
        boolean writersWaited) {

    static final int NAMED = 1000;

    public BackupOutcome {
        named = List.copyOf(named);
    }

    public boolean complete() {
        return damaged == 0;
    }
}
