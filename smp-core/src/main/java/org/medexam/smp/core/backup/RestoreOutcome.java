package org.medexam.smp.core.backup;

import java.util.List;
import org.medexam.smp.core.snapshot.ListedPicture;

/**
 * A restore that came to its end.
 *
 * @param snapshot the backup that was restored
 * @param pictures how many pictures are in their places
 * @param rows how many rows were written
 * @param missing pictures whose rows are there and whose files were damaged already when the backup was made, or are
 *     damaged in the backup
 */
public record RestoreOutcome(SnapshotName snapshot, long pictures, long rows, List<ListedPicture> missing) {

    public RestoreOutcome {
        missing = List.copyOf(missing);
    }
}
