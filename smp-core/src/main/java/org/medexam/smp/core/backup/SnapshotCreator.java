package org.medexam.smp.core.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.medexam.smp.core.backup.BackupRefused.Reason;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.rows.ConsistentRead;
import org.medexam.smp.core.rows.PictureRows;
import org.medexam.smp.core.rows.Row;
import org.medexam.smp.core.rows.TableShape;
import org.medexam.smp.core.schema.Schema;
import org.medexam.smp.core.snapshot.ListedPicture;
import org.medexam.smp.core.snapshot.SnapshotHead;
import org.medexam.smp.core.snapshot.SnapshotWriter;
import org.medexam.smp.core.store.StoreFiles;

/** One snapshot from its head to its end: rows first, in one moment; then the pictures that they name. */
final class SnapshotCreator {

    private final BackupSource source;
    private final BackupFolder folder;
    private final Progress progress;
    private final StoreFiles store;
    private boolean writersWaited;

    SnapshotCreator(BackupSource source, BackupFolder folder, Progress progress) {
        this.source = source;
        this.folder = folder;
        this.progress = progress;
        this.store = new StoreFiles(source.pictures());
    }

    BackupOutcome make(SnapshotName name, Instant now) throws IOException {
        Path objects = folder.snapshotFile(name, SnapshotName.OBJECTS);
        Path sealed = folder.snapshotFile(name, SnapshotName.SEALED);
        PictureCopy[] copied = new PictureCopy[1];
        try (PictureSpool spool = new PictureSpool(folder.root())) {
            AtomicFile.writeWithoutFolderSync(sealed, out -> {
                try (OutputStream snapshot = new BufferedOutputStream(folder.seal(out), 1 << 16)) {
                    SnapshotWriter writer = rows(snapshot, now, spool);
                    copied[0] = pictures(writer, objects, spool);
                    writer.end();
                }
                // the list of its pictures has its name before the snapshot gets its own
                folder.syncSnapshots();
            });
        }
        folder.syncSnapshots();
        return copied[0].outcome(name, Files.size(sealed), writersWaited);
    }

    private SnapshotWriter rows(OutputStream snapshot, Instant now, PictureSpool spool) throws IOException {
        String schema = new Schema(source.database(), source.kind())
                .version()
                .orElseThrow(() -> new BackupRefused(Reason.DATABASE_FAILED, "no tables of SMP"));
        try (ConsistentRead read = ConsistentRead.of(source.database())) {
            writersWaited = read.writersWait();
            SnapshotWriter writer = new SnapshotWriter(
                    snapshot, new SnapshotHead(SnapshotHead.FORM, now, source.district(), schema, read.tables()));
            long done = 0;
            for (TableShape table : read.tables()) {
                writer.beginTable(table);
                done += read.rows(table, row -> {
                    writer.row(table, row);
                    note(table, row, spool);
                });
                writer.endLines();
                progress.at(Progress.Phase.ROWS, done, 0);
            }
            files(writer);
            return writer;
        } catch (SQLException failed) {
            throw new BackupRefused(Reason.DATABASE_FAILED, failed.getMessage()).because(failed);
        }
    }

    private void note(TableShape table, Row row, PictureSpool spool) throws IOException {
        if (table.name().equals("picture")) {
            spool.add(
                    (Long) table.value(row, "id"),
                    (String) table.value(row, "location"),
                    (String) table.value(row, "kept_sha256"),
                    (Long) table.value(row, "bytes"));
        } else if (table.name().equals("store_bond")) {
            Optional<String> here = store.identity().map(String::valueOf);
            if (!here.equals(Optional.of(table.value(row, "store_id")))) {
                throw new BackupRefused(Reason.STORE_AWAY, source.pictures());
            }
        }
    }

    private void files(SnapshotWriter writer) throws IOException {
        for (Map.Entry<String, Path> file :
                new InstallationFiles(source.home()).all().entrySet()) {
            try (InputStream content = Files.newInputStream(file.getValue())) {
                writer.file(file.getKey(), content);
            }
        }
    }

    private PictureCopy pictures(SnapshotWriter writer, Path objects, PictureSpool spool) throws IOException {
        writer.beginPictures();
        PictureCopy[] copy = new PictureCopy[1];
        AtomicFile.writeWithoutFolderSync(objects, list -> {
            copy[0] = new PictureCopy(
                    folder, store, new PictureRows(source.database()), picture -> tell(picture, writer, list));
            long[] done = new long[1];
            spool.forEach(picture -> {
                copy[0].copy(picture);
                progress.at(Progress.Phase.PICTURES, ++done[0], spool.count());
            });
            copy[0].end();
        });
        writer.endLines();
        return copy[0];
    }

    private static void tell(ListedPicture picture, SnapshotWriter writer, OutputStream list) throws IOException {
        writer.picture(picture);
        if (picture.fate() == ListedPicture.Fate.KEPT) {
            list.write((picture.sha256() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }
}
