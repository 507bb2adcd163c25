package org.medexam.smp.core.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.medexam.smp.core.backup.Progress;
import org.medexam.smp.core.rows.PictureRow;
import org.medexam.smp.core.rows.PictureRows;
import org.medexam.smp.core.store.StoreFiles;
import org.medexam.smp.core.verify.PictureFinding.Kind;

/** Looks at every row's file and at every file's row, while others go on uploading and removing. */
public final class VerifyPictures {

    /** A file is written before its row: a younger one may be an upload under way. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(10);

    private final PictureRows rows;
    private final StoreFiles store;
    private final VerifyRecord record;

    /**
     * @param database gives connections, one at a time
     * @param pictures root of the store
     * @param home SMP_HOME, where the findings go
     */
    public VerifyPictures(DataSource database, Path pictures, Path home) {
        this.rows = new PictureRows(database);
        this.store = new StoreFiles(pictures);
        this.record = new VerifyRecord(home);
    }

    /**
     * @param restart from the beginning, also where an earlier one was interrupted
     * @throws org.medexam.smp.core.refusal.Refusal {@code storage-unavailable} when the store as a whole is away: then
     *     nothing is said of single pictures
     * @throws SQLException when the database is away
     * @throws IOException when the findings cannot be written
     */
    public VerifyOutcome verify(boolean restart, Instant now, Progress progress) throws SQLException, IOException {
        VerifyRecord.Position position = record.begin(restart);
        if (position.file().isEmpty()) {
            position = rows(position, progress);
        }
        position = new FileWalk(position, now, progress).walk();
        position = record.add(List.of(), position.end());
        return new VerifyOutcome(position.rows(), position.files(), record.findings());
    }

    private VerifyRecord.Position rows(VerifyRecord.Position from, Progress progress) throws SQLException, IOException {
        VerifyRecord.Position position = from;
        long total = rows.count();
        progress.at(Progress.Phase.PICTURES, position.rows(), total);
        for (int found = PictureRows.BATCH; found == PictureRows.BATCH; ) {
            List<PictureRow> batch = rows.after(position.row());
            found = batch.size();
            if (found > 0) {
                position = record.add(
                        look(batch), position.afterRows(batch.get(found - 1).id(), found));
            }
            progress.at(Progress.Phase.PICTURES, position.rows(), Math.max(total, position.rows()));
        }
        return position;
    }

    private List<PictureFinding> look(List<PictureRow> batch) throws SQLException {
        Map<PictureRow, StoreFiles.Look> wrong = new LinkedHashMap<>();
        for (PictureRow row : batch) {
            StoreFiles.Look look = store.look(row.location(), row.sha256());
            if (look.state() != StoreFiles.State.RIGHT) {
                wrong.put(row, look);
            }
        }
        if (wrong.isEmpty()) {
            return List.of();
        }
        // a draft's picture may have been removed while we looked: row first, then file
        Set<PictureRow> still = new HashSet<>(
                rows.still(wrong.keySet().stream().map(PictureRow::id).toList()));
        Map<String, PictureRow> owners = owners(wrong.values().stream()
                .filter(look -> look.state() == StoreFiles.State.ALTERED)
                .map(StoreFiles.Look::sha256)
                .collect(Collectors.toSet()));
        List<PictureFinding> findings = new ArrayList<>();
        wrong.forEach((row, look) -> {
            if (still.contains(row)) {
                findings.add(finding(row, look, Optional.ofNullable(owners.get(look.sha256()))));
            }
        });
        return findings;
    }

    /** Whose pictures have these digests. */
    private Map<String, PictureRow> owners(Set<String> digests) throws SQLException {
        return rows.withDigest(digests).stream()
                .collect(Collectors.toMap(PictureRow::sha256, row -> row, (one, other) -> one));
    }

    private static PictureFinding finding(PictureRow row, StoreFiles.Look look, Optional<PictureRow> owner) {
        Kind kind = owner.isPresent() ? Kind.SWAPPED : Kind.valueOf(look.state().name());
        return new PictureFinding(
                kind,
                row.dossierNo(),
                row.materialCode(),
                row.location(),
                row.sha256(),
                owner.map(PictureRow::location).orElse(""));
    }

    /** The second half: files that no row names. */
    private final class FileWalk implements StoreFiles.Visitor {

        private final Instant before;
        private final Progress progress;
        private final List<String> old = new ArrayList<>();
        private final List<PictureFinding> found = new ArrayList<>();
        private VerifyRecord.Position position;
        private String last = "";
        private int seen;

        FileWalk(VerifyRecord.Position position, Instant now, Progress progress) {
            this.position = position;
            this.before = now.minus(UNDER_WAY);
            this.progress = progress;
        }

        VerifyRecord.Position walk() throws IOException, SQLException {
            try {
                store.walk(position.file(), this);
                ask();
                return position;
            } catch (DatabaseAway away) {
                throw away.cause;
            }
        }

        @Override
        public void file(String location, Instant changed) throws IOException {
            last = location;
            seen++;
            if (changed.isBefore(before)) {
                old.add(location);
            }
            if (seen == PictureRows.BATCH) {
                ask();
            }
        }

        @Override
        public void unreadable(String location) {
            found.add(new PictureFinding(Kind.UNREADABLE, "", "", location, "", ""));
        }

        private void ask() throws IOException {
            Set<String> known = known();
            old.stream()
                    .filter(location -> !known.contains(location))
                    .map(PictureFinding::orphaned)
                    .forEach(found::add);
            if (seen > 0 || !found.isEmpty()) {
                position = record.add(found, seen > 0 ? position.afterFiles(last, seen) : position);
            }
            progress.at(Progress.Phase.FILES, position.files(), 0);
            old.clear();
            found.clear();
            seen = 0;
        }

        private Set<String> known() {
            try {
                return rows.known(old);
            } catch (SQLException e) {
                throw new DatabaseAway(e);
            }
        }
    }

    /** On its way through a walk over files, which knows no database. */
    private static final class DatabaseAway extends RuntimeException {
        private final transient SQLException cause;

        DatabaseAway(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
