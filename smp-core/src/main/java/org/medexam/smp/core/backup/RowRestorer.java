package org.medexam.smp.core.backup;

import java.sql.SQLException;
import java.util.Set;
import org.medexam.smp.core.backup.BackupRefused.Reason;
import org.medexam.smp.core.rows.Row;
import org.medexam.smp.core.rows.RowImport;
import org.medexam.smp.core.rows.TableShape;
import org.medexam.smp.core.snapshot.SnapshotParts;

/** Writes a snapshot's rows, but for those of pictures that were destroyed while the backup was made. */
final class RowRestorer implements SnapshotParts {

    private final RowImport rowImport;
    private final Set<Long> gone;
    private final Progress progress;
    private RowImport.RowWriter writer;
    private long rows;

    RowRestorer(RowImport rowImport, Set<Long> gone, Progress progress) {
        this.rowImport = rowImport;
        this.gone = gone;
        this.progress = progress;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }

    @Override
    public void beginTable(TableShape table) {
        refusing(() -> writer = rowImport.table(table));
    }

    @Override
    public void row(TableShape table, Row row) {
        if (table.name().equals("picture") && gone.contains((Long) table.value(row, "id"))) {
            return;
        }
        refusing(() -> writer.write(row));
        progress.at(Progress.Phase.ROWS, ++rows, 0);
    }

    @Override
    public void endTable(TableShape table) {
        refusing(writer::close);
    }

    private static void refusing(Step step) {
        try {
            step.run();
        } catch (SQLException failed) {
            throw new BackupRefused(Reason.DATABASE_FAILED, failed.getMessage()).because(failed);
        }
    }

    long rows() {
        return rows;
    }
}
