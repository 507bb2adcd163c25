package org.medexam.smp.core.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.medexam.smp.core.age.AgeIdentity;
import org.medexam.smp.core.backup.BackupRefused.Reason;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.rows.RowImport;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.NewDatabase;
import org.medexam.smp.core.schema.Schema;
import org.medexam.smp.core.schema.SchemaRefused;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.snapshot.SnapshotHead;
import org.medexam.smp.core.snapshot.SnapshotParts;
import org.medexam.smp.core.store.StoreFiles;

/**
 * Brings an installation back from a backup, into an empty home, store and database and nowhere else.
 *
 * <p>The pictures come first, the rows last and in one transaction: until then the database is empty and a server that
 * is started on it refuses to serve. So a restore that was cut is simply run again with the same backup; what lies
 * in its place already is looked at and left.
 */
public final class Restore {

    /** In the new home from the beginning to the end: what lies there then is ours to overwrite. */
    private static final String UNDER_WAY = "restore-under-way.txt";

    private final BackupFolder folder;
    private final Snapshots snapshots;
    private final Path home;

    /**
     * @param identity the exported key
     * @param home new SMP_HOME; may hold an unpacked installation, but neither settings nor data
     */
    public Restore(BackupFolder folder, AgeIdentity identity, Path home) {
        this.folder = folder;
        this.snapshots = new Snapshots(folder, identity);
        this.home = home.toAbsolutePath().normalize();
    }

    /**
     * @param wanted name of the snapshot; empty: the newest
     * @param otherSettings a settings file to take instead of the one in the backup
     * @throws BackupRefused before anything was written where home, database or store are not empty
     * @throws org.medexam.smp.core.schema.DatabaseFailed when the server has no such database and does not make one
     * @throws org.medexam.smp.core.settings.SettingsRefused when the settings do not do on this machine
     */
    public RestoreOutcome restore(Optional<String> wanted, Optional<Path> otherSettings, Progress progress) {
        SnapshotName name = folder.snapshot(wanted);
        SnapshotHead head = snapshots.head(name);
        try {
            takeHome(name);
            files(name, otherSettings);
            SmpSettings settings = SmpSettings.read(home.resolve(InstallationFiles.SETTINGS));
            DatabaseAddress address = DatabaseAddress.of(settings.database());
            StoreFiles store = new StoreFiles(settings.storage().path());
            createDataFolder(settings);
            new NewDatabase(address, (step, detail, left) -> {}).makeEmptyIfMissing();
            DataSource database = address.connections();
            try (Connection keepsItOpen = database.getConnection()) {
                RestoreOutcome outcome = data(name, head, store, database, address, progress);
                Files.deleteIfExists(home.resolve(UNDER_WAY));
                return outcome;
            }
        } catch (Refusal refused) {
            Reason reason = refused.code() == RefusalCode.STORAGE_FULL ? Reason.CANNOT_WRITE : Reason.STORE_AWAY;
            throw new BackupRefused(reason, refused.getMessage()).because(refused);
        } catch (IOException failed) {
            throw new BackupRefused(Reason.CANNOT_WRITE, failed).because(failed);
        } catch (SQLException failed) {
            throw new BackupRefused(Reason.DATABASE_FAILED, failed.getMessage()).because(failed);
        }
    }

    private RestoreOutcome data(
            SnapshotName name,
            SnapshotHead head,
            StoreFiles store,
            DataSource database,
            DatabaseAddress address,
            Progress progress)
            throws SQLException {
        Optional<UUID> identity = identity(name);
        refuseFilledDatabase(database);
        refuseForeignStore(store, identity);
        schemaOf(head, database, address, name);
        identity.ifPresent(store::claim);
        PictureRestorer pictures = new PictureRestorer(folder, snapshots.identity(), store, today(head), progress);
        snapshots.read(name, pictures);
        long rows;
        try (RowImport rowImport = RowImport.into(database)) {
            RowRestorer back = new RowRestorer(rowImport, pictures.gone(), progress);
            snapshots.read(name, back);
            rowImport.commit();
            rows = back.rows();
        }
        new Schema(database, address.kind()).migrate();
        flush(database, address);
        return new RestoreOutcome(name, pictures.inPlace(), rows, pictures.missing());
    }

    /** A day by which a folder for damaged files is named; the backup's own will do. */
    private static LocalDate today(SnapshotHead head) {
        return LocalDate.ofInstant(head.at(), ZoneOffset.UTC);
    }

    private void takeHome(SnapshotName name) throws IOException {
        Path mark = home.resolve(UNDER_WAY);
        if (Files.notExists(mark)) {
            if (!new InstallationFiles(home).unset()
                    || Files.exists(home.resolve("data/EP.mv.db"))
                    || Files.exists(home.resolve("conf/backup.key"))) {
                throw new BackupRefused(Reason.HOME_NOT_EMPTY, home);
            }
            Files.createDirectories(home.resolve("conf"));
            AtomicFile.write(mark, name.text());
        } else if (!Files.readString(mark).equals(name.text())) {
            throw new BackupRefused(Reason.HOME_NOT_EMPTY, home);
        }
    }

    private void files(SnapshotName name, Optional<Path> otherSettings) throws IOException {
        InstallationFiles files = new InstallationFiles(home);
        snapshots.read(name, new SnapshotParts() {
            @Override
            public void file(String file, InputStream content) throws IOException {
                files.put(file, content.readAllBytes());
            }
        });
        if (otherSettings.isPresent()) {
            files.put(InstallationFiles.SETTINGS, Files.readAllBytes(otherSettings.get()));
        }
        files.nameWhatWasBrought(otherSettings.isEmpty());
    }

    private void createDataFolder(SmpSettings settings) throws IOException {
        Files.createDirectories(settings.home().resolve("data"));
    }

    /** Who the store of the backup was, from the row that binds it to its database. */
    private Optional<UUID> identity(SnapshotName name) {
        StoreIdFinder sought = new StoreIdFinder();
        snapshots.read(name, sought);
        return sought.found();
    }

    private void refuseFilledDatabase(DataSource database) throws SQLException {
        try (RowImport look = RowImport.into(database)) {
            List<String> filled = look.filledTables();
            if (!filled.isEmpty()) {
                throw new BackupRefused(Reason.DATABASE_NOT_EMPTY, String.join(", ", filled));
            }
        }
    }

    /** The backup's own store may have outlived its database, or a restore was cut: then it has that identity. */
    private static void refuseForeignStore(StoreFiles store, Optional<UUID> identity) {
        Optional<UUID> here = store.identity();
        boolean ours = here.isPresent() ? here.equals(identity) : !store.holdsPictures();
        if (!ours) {
            throw new BackupRefused(Reason.STORE_NOT_EMPTY, store.root());
        }
    }

    private static void schemaOf(SnapshotHead head, DataSource database, DatabaseAddress address, SnapshotName name) {
        try {
            Schema schema = new Schema(database, address.kind());
            schema.migrateTo(head.schema());
            if (!schema.version().equals(Optional.of(head.schema()))) {
                throw new BackupRefused(
                        Reason.DATABASE_OF_OTHER_VERSION, schema.version().orElse(""), head.schema());
            }
        } catch (SchemaRefused refused) {
            throw (refused.getCause() == null
                            ? new BackupRefused(Reason.SNAPSHOT_NEWER, name)
                            : new BackupRefused(
                                    Reason.DATABASE_FAILED, refused.getCause().getMessage()))
                    .because(refused);
        }
    }

    private static void flush(DataSource database, DatabaseAddress address) throws SQLException {
        if (address.flushStatement().isPresent()) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(address.flushStatement().get());
            }
        }
    }
}
