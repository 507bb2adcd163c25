package org.medexam.smp.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.age.AgeIdentity;
import org.medexam.smp.core.backup.BackupRefused.Reason;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.snapshot.ListedPicture.Fate;

class MakeBackupTest {

    private static final Instant NIGHT = Instant.parse("2021-01-15T18:00:00Z");
    private static final Progress SILENT = (phase, done, total) -> {};

    @TempDir
    Path folder;

    private TestInstallation here;
    private Path key;
    private Path backups;
    private long dossier;
    private final List<TestInstallation.Picture> pictures = new ArrayList<>();

    @BeforeEach
    void fill() throws Exception {
        here = new TestInstallation(folder.resolve("旧服务器")).bond();
        key = folder.resolve("exported.key");
        backups = folder.resolve("备份");
        dossier = here.dossier("A1");
        for (int i = 0; i < 20; i++) {
            pictures.add(here.picture(dossier, "A1", "ID_DOC", 3_000 + i));
        }
        here.remove(pictures.remove(pictures.size() - 1)); // its number is never given again
    }

    @AfterEach
    void close() throws Exception {
        here.close();
    }

    private void exportKey() {
        BackupKeys keys = new BackupKeys(here.home());
        keys.export(key, NIGHT);
        keys.check(key, NIGHT);
    }

    private BackupOutcome backup(Instant at, Progress progress) {
        return new MakeBackup(BackupSource.of(here.settings(), here.database()), backups, 2).make(at, progress);
    }

    private BackupOutcome backup() {
        exportKey();
        return backup(NIGHT, SILENT);
    }

    private AgeIdentity identity() {
        return BackupKeys.read(key);
    }

    private Restore restore(Path home) {
        return new Restore(BackupFolder.open(backups), identity(), home);
    }

    private static Reason reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(BackupRefused.class, call).reason();
    }

    @Test
    void noBackupIsMadeBeforeTheKeyWasExportedAndReadBack() throws Exception {
        assertThat(reason(() -> backup(NIGHT, SILENT))).isEqualTo(Reason.KEY_NOT_EXPORTED);

        new BackupKeys(here.home()).export(key, NIGHT);
        assertThat(reason(() -> backup(NIGHT, SILENT))).isEqualTo(Reason.KEY_NOT_EXPORTED);
        assertThat(backups).doesNotExist();
        assertThat(BackupState.read(here.home()).lastFailure())
                .contains(new BackupState.Failure(NIGHT, "key-not-exported"));

        new BackupKeys(here.home()).check(key, NIGHT);
        assertThat(backup(NIGHT, SILENT).complete()).isTrue();
    }

    @Test
    void anExportedKeyIsCheckedForWhatItIs() throws Exception {
        BackupKeys keys = new BackupKeys(here.home());
        assertThat(reason(() -> keys.export(here.home().resolve("key"), NIGHT))).isEqualTo(Reason.EXPORT_INSIDE_HOME);
        keys.export(key, NIGHT);
        assertThat(reason(() -> keys.export(key, NIGHT))).isEqualTo(Reason.FILE_EXISTS);

        Path other = folder.resolve("other.key");
        Files.writeString(other, AgeIdentity.generate().reveal());
        assertThat(reason(() -> keys.check(other, NIGHT))).isEqualTo(Reason.OTHER_KEY_IN_FILE);
        Files.writeString(other, "nothing");
        assertThat(reason(() -> keys.check(other, NIGHT))).isEqualTo(Reason.NO_KEY_IN_FILE);

        keys.check(key, NIGHT);
        Files.writeString(
                here.home().resolve("conf/backup.key"), AgeIdentity.generate().reveal());
        assertThat(reason(() -> backup(NIGHT, SILENT))).isEqualTo(Reason.KEY_CHANGED);
    }

    @Test
    void everythingComesBackElsewhere() throws Exception {
        BackupOutcome made = backup();
        assertThat(made.pictures()).isEqualTo(19);
        assertThat(made.complete()).isTrue();

        Path home = folder.resolve("new server");
        RestoreOutcome restored = restore(home).restore(Optional.empty(), Optional.empty(), SILENT);

        assertThat(restored.pictures()).isEqualTo(19);
        assertThat(restored.missing()).isEmpty();
        try (TestInstallation there = new TestInstallation(home)) {
            assertThat(there.rows()).isEqualTo(here.rows());
            assertThat(there.store().identity()).isEqualTo(here.store().identity());
            for (TestInstallation.Picture picture : pictures) {
                assertThat(there.store().read(picture.location(), picture.digest()))
                        .isEqualTo(picture.content());
            }
            assertThat(there.picture(dossier, "A1", "ID_DOC", 10).id())
                    .as("the number of a removed picture is not given again")
                    .isEqualTo(21);
            assertThat(there.settings().keys().mp())
                    .as("a file from outside of conf was brought along")
                    .hasContent("{\"keys\": []}")
                    .isEqualTo(home.resolve("conf/brought/smp.mp.jwks/mp.jwks.json"));
            assertThat(home.resolve("conf/catalogues/own-2021.yaml")).hasContent("id: own-2021\n");
            assertThat(Files.readString(home.resolve("conf/stamp.key"))).isEqualTo(TestInstallation.STAMP_KEY);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("conf/stamp.key"))))
                    .as("for its owner alone")
                    .isEqualTo("rw-------");
            assertThat(new BackupKeys(home).exported()).contains(identity().recipient());
            assertThat(home.resolve("restore-under-way.txt")).doesNotExist();
        }
    }

    @Test
    void aPictureIsWrittenOnce() throws Exception {
        backup();
        here.picture(dossier, "A1", "OTHER", 500);

        BackupOutcome second = backup(NIGHT.plus(Duration.ofDays(1)), SILENT);

        assertThat(second.newPictures()).isEqualTo(1);
        assertThat(second.pictures()).isEqualTo(20);
        assertThat(BackupState.read(here.home()).lastSuccess())
                .map(BackupState.Success::snapshot)
                .contains(second.snapshot().text());
    }

    @Test
    void nothingPersonalIsReadableInTheFolder() throws Exception {
        backup();
        try (Stream<Path> files = Files.walk(backups)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
                assertThat(bytes).doesNotContain("620400199001010015", "ID_DOC", "AGE-SECRET-KEY");
            }
        }
    }

    @Test
    void theOldestBackupsGoAndTheirPicturesWithThem() throws Exception {
        backup();
        here.remove(pictures.get(0));
        BackupOutcome second = backup(NIGHT.plus(Duration.ofDays(1)), SILENT);
        assertThat(BackupFolder.open(backups).hasObject(pictures.get(0).digest()))
                .isTrue();

        BackupOutcome third = backup(NIGHT.plus(Duration.ofDays(2)), SILENT);

        BackupFolder left = BackupFolder.open(backups);
        assertThat(left.snapshots()).containsExactly(second.snapshot(), third.snapshot());
        assertThat(left.hasObject(pictures.get(0).digest())).isFalse();
        assertThat(left.hasObject(pictures.get(1).digest())).isTrue();
        assertThat(new VerifyBackup(left, identity())
                        .verify(Optional.of(second.snapshot().text()), SILENT)
                        .damaged())
                .isEmpty();
    }

    @Test
    void aPictureThatIsRemovedMeanwhileIsLeftOutAndNotMissed() throws Exception {
        exportKey();
        TestInstallation.Picture removed = pictures.get(3);

        BackupOutcome made = backup(NIGHT, once(Progress.Phase.ROWS, () -> here.remove(removed), 20));

        assertThat(made.gone()).isEqualTo(1);
        assertThat(made.complete()).isTrue();
        Path home = folder.resolve("new");
        restore(home).restore(Optional.empty(), Optional.empty(), SILENT);
        try (TestInstallation there = new TestInstallation(home)) {
            assertThat(there.rows().get("picture"))
                    .isEqualTo(here.rows().get("picture"))
                    .noneMatch(row -> row.contains(removed.location()));
        }
    }

    @Test
    void aPictureThatComesMeanwhileIsTheNextOnes() throws Exception {
        exportKey();

        BackupOutcome made =
                backup(NIGHT, once(Progress.Phase.PICTURES, () -> here.picture(dossier, "A1", "OTHER", 500), 0));

        assertThat(made.pictures()).isEqualTo(19);
    }

    @Test
    void damagedPicturesAreNamedAndTheBackupGoesOn() throws Exception {
        Files.delete(here.file(pictures.get(0)));
        Files.write(here.file(pictures.get(1)), new byte[] {1});

        BackupOutcome made = backup();

        assertThat(made.complete()).isFalse();
        assertThat(made.named())
                .extracting(picture -> picture.location(), picture -> picture.fate())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(pictures.get(0).location(), Fate.MISSING),
                        org.assertj.core.groups.Tuple.tuple(pictures.get(1).location(), Fate.ALTERED));
        assertThat(BackupState.read(here.home()).lastSuccess().orElseThrow().complete())
                .isFalse();
        assertThat(restore(folder.resolve("new"))
                        .restore(Optional.empty(), Optional.empty(), SILENT)
                        .missing())
                .hasSize(2);
    }

    @Test
    void whatOnceWasTakenSurvivesTheDamageOfItsFile() throws Exception {
        backup();
        Files.delete(here.file(pictures.get(0)));

        assertThat(backup(NIGHT.plus(Duration.ofDays(1)), SILENT).complete()).isTrue();
        assertThat(restore(folder.resolve("new"))
                        .restore(Optional.empty(), Optional.empty(), SILENT)
                        .missing())
                .isEmpty();
    }

    @Test
    void aBackupThatWasCutNeverLooksLikeOne() throws Exception {
        exportKey();
        assertThatThrownBy(() -> backup(NIGHT, once(Progress.Phase.PICTURES, TestCut::cut, 5)))
                .isInstanceOf(TestCut.class);
        assertThat(BackupFolder.open(backups).snapshots()).isEmpty();

        assertThat(backup(NIGHT, SILENT).complete()).isTrue();
        try (Stream<Path> files = Files.walk(backups)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(AtomicFile.TEMPORARY_PREFIX));
        }
    }

    @Test
    void onlyOneWritesAtATime() throws Exception {
        exportKey();
        List<Reason> reasons = new ArrayList<>();

        backup(NIGHT, once(Progress.Phase.PICTURES, () -> reasons.add(reason(() -> backup(NIGHT, SILENT))), 1));

        assertThat(reasons).containsExactly(Reason.BUSY);
        assertThat(BackupState.read(here.home()).lastFailure()).isEmpty();
    }

    @Test
    void otherPlacesAreRefused() throws Exception {
        exportKey();
        Files.createDirectories(backups);
        Files.writeString(backups.resolve("holiday.jpg"), "x");
        assertThat(reason(() -> backup(NIGHT, SILENT))).isEqualTo(Reason.NOT_A_BACKUP_FOLDER);
        Files.delete(backups.resolve("holiday.jpg"));
        backup(NIGHT, SILENT);

        Path moved = folder.resolve("moved");
        Files.move(backups, moved);
        assertThat(reason(() -> backup(NIGHT, SILENT))).isEqualTo(Reason.FOLDER_AWAY);
        Files.move(moved, backups);

        Path marker = backups.resolve("SMP-BACKUP.txt");
        Files.writeString(
                marker,
                Files.readString(marker)
                        .replace(
                                identity().recipient().text(),
                                AgeIdentity.generate().recipient().text()));
        assertThat(reason(() -> backup(NIGHT, SILENT))).isEqualTo(Reason.FOLDER_OF_OTHER_KEY);
    }

    @Test
    void aStoreThatIsAwayIsNotBackedUpAsMissing() throws Exception {
        exportKey();
        Files.move(here.settings().storage().path(), folder.resolve("unmounted"));
        assertThat(reason(() -> backup(NIGHT, SILENT))).isEqualTo(Reason.STORE_AWAY);
        Files.move(folder.resolve("unmounted"), here.settings().storage().path());
    }

    @Test
    void aRestoreThatWasCutIsRunAgain() throws Exception {
        backup();
        Path home = folder.resolve("new");
        for (Progress cut :
                List.of(once(Progress.Phase.PICTURES, TestCut::cut, 7), once(Progress.Phase.ROWS, TestCut::cut, 9))) {
            assertThatThrownBy(() -> restore(home).restore(Optional.empty(), Optional.empty(), cut))
                    .isInstanceOf(TestCut.class);
        }

        restore(home).restore(Optional.empty(), Optional.empty(), SILENT);

        try (TestInstallation there = new TestInstallation(home)) {
            assertThat(there.rows()).isEqualTo(here.rows());
        }
        assertThat(reason(() -> restore(home).restore(Optional.empty(), Optional.empty(), SILENT)))
                .isEqualTo(Reason.HOME_NOT_EMPTY);
    }

    @Test
    void aRestoreGoesIntoNothingThatIsInUse() throws Exception {
        backup();
        assertThat(reason(() -> restore(here.home()).restore(Optional.empty(), Optional.empty(), SILENT)))
                .isEqualTo(Reason.HOME_NOT_EMPTY);

        Path settings = folder.resolve("other.properties");
        Files.writeString(
                settings,
                Files.readString(here.home().resolve("conf/smp.properties"))
                        .replace("path=pictures", "path=" + folder.resolve("used")));
        Files.createDirectories(folder.resolve("used/2020/6215/A1/ID_DOC"));
        Files.writeString(folder.resolve("used/2020/6215/A1/ID_DOC/abcdefgh.jpg"), "x");
        assertThat(reason(
                        () -> restore(folder.resolve("new")).restore(Optional.empty(), Optional.of(settings), SILENT)))
                .isEqualTo(Reason.STORE_NOT_EMPTY);

        Path home = folder.resolve("filled");
        try (TestInstallation filled = new TestInstallation(home)) {
            filled.dossier("B1");
        }
        Files.delete(home.resolve("conf/smp.properties"));
        Files.writeString(
                home.resolve("restore-under-way.txt"),
                BackupFolder.open(backups).snapshots().get(0).text());
        assertThat(reason(() -> restore(home).restore(Optional.empty(), Optional.empty(), SILENT)))
                .isEqualTo(Reason.DATABASE_NOT_EMPTY);
    }

    @Test
    void theSampleSettingsOfAnUnpackedProgramAreNoInstallation() throws Exception {
        backup();
        Path home = folder.resolve("unpacked");
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/smp.properties"), "# sample\nsmp.district.code=\n");

        restore(home).restore(Optional.empty(), Optional.empty(), SILENT);

        assertThat(SmpSettings.read(home.resolve("conf/smp.properties"))
                        .district()
                        .code())
                .isEqualTo("62");
    }

    @Test
    void aDamagedBackupSaysWhatIsDamaged() throws Exception {
        BackupOutcome made = backup();
        BackupFolder opened = BackupFolder.open(backups);
        VerifyBackup verify = new VerifyBackup(opened, identity());
        assertThat(verify.verify(Optional.empty(), SILENT))
                .isEqualTo(new VerifyBackup.Outcome(made.snapshot(), 22, 19, List.of()));

        Path object = object(pictures.get(0));
        flip(object, Files.size(object) / 2);
        Files.delete(object(pictures.get(1)));
        Files.copy(object(pictures.get(3)), object(pictures.get(2)), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(verify.verify(Optional.empty(), SILENT).damaged())
                .extracting(picture -> picture.location())
                .containsExactlyInAnyOrder(
                        pictures.get(0).location(),
                        pictures.get(1).location(),
                        pictures.get(2).location());

        Path snapshot = opened.snapshotFile(made.snapshot(), SnapshotName.SEALED);
        byte[] whole = Files.readAllBytes(snapshot);
        for (int length : new int[] {0, 10, 200, whole.length / 2, whole.length - 1}) {
            Files.write(snapshot, java.util.Arrays.copyOf(whole, length));
            assertThat(reason(() -> verify.verify(Optional.empty(), SILENT))).isEqualTo(Reason.SNAPSHOT_DAMAGED);
        }
        Files.write(snapshot, whole);
        flip(snapshot, whole.length / 3);
        assertThat(reason(() -> verify.verify(Optional.empty(), SILENT))).isEqualTo(Reason.SNAPSHOT_DAMAGED);
        assertThat(reason(() -> verify.verify(Optional.of("20200101T000000Z-00000000"), SILENT)))
                .isEqualTo(Reason.NO_SNAPSHOT);
        assertThat(reason(() -> new VerifyBackup(opened, AgeIdentity.generate())))
                .isEqualTo(Reason.FOLDER_OF_OTHER_KEY);
    }

    private Path object(TestInstallation.Picture picture) {
        return backups.resolve("objects")
                .resolve(picture.digest().substring(0, 2))
                .resolve(picture.digest() + ".age");
    }

    private static void flip(Path file, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 4;
        Files.write(file, bytes);
    }

    private static final class TestCut extends RuntimeException {
        static void cut() {
            throw new TestCut();
        }
    }

    @FunctionalInterface
    private interface Event {
        void happens() throws SQLException, IOException;
    }

    /** Lets something happen once, when a phase has come so far. */
    private static Progress once(Progress.Phase when, Event event, long from) {
        boolean[] happened = new boolean[1];
        return (phase, done, total) -> {
            if (phase == when && done >= from && !happened[0]) {
                happened[0] = true;
                try {
                    event.happens();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
