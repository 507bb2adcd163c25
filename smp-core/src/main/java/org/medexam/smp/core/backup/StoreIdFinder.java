package org.medexam.smp.core.backup;

import java.util.Optional;
import java.util.UUID;
import org.medexam.smp.core.rows.Row;
import org.medexam.smp.core.rows.TableShape;
import org.medexam.smp.core.snapshot.SnapshotParts;

/** Finds out which store belongs to a snapshot's rows. */
final class StoreIdFinder implements SnapshotParts {

    private Optional<UUID> found = Optional.empty();

    @Override
    public void row(TableShape table, Row row) {
        if (table.name().equals("store_bond")) {
            found = Optional.of(UUID.fromString((String) table.value(row, "store_id")));
        }
    }

    Optional<UUID> found() {
        return found;
    }
}
