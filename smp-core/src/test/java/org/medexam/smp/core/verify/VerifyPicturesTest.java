package org.medexam.smp.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.age.AgeIdentity;
import org.medexam.smp.core.backup.BackupFolder;
import org.medexam.smp.core.backup.BackupKeys;
import org.medexam.smp.core.backup.BackupSource;
import org.medexam.smp.core.backup.MakeBackup;
import org.medexam.smp.core.backup.Progress;
import org.medexam.smp.core.backup.TestInstallation;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.verify.PictureFinding.Kind;

class VerifyPicturesTest {

    /** Long enough after the files were made. */
    private static final Instant NOW = Instant.now().plus(Duration.ofHours(1));

    private static final LocalDate TODAY = LocalDate.of(2021, 1, 16);
    private static final Progress SILENT = (phase, done, total) -> {};

    @TempDir
    Path folder;

    private TestInstallation here;

    @BeforeEach
    void begin() throws Exception {
        here = new TestInstallation(folder.resolve("smp")).bond();
    }

    @AfterEach
    void end() throws Exception {
        here.close();
    }

    private List<TestInstallation.Picture> fill(int dossiers, int each, int length) throws SQLException {
        List<TestInstallation.Picture> pictures = new ArrayList<>();
        for (int i = 0; i < dossiers; i++) {
            String no = "2021-" + i;
            long dossier = here.dossier(no);
            for (int k = 0; k < each; k++) {
                pictures.add(here.picture(dossier, no, "ID_DOC", length));
            }
        }
        return pictures;
    }

    private VerifyPictures verify() {
        return new VerifyPictures(here.database(), here.settings().storage().path(), here.home());
    }

    private List<PictureFinding> findings() throws Exception {
        return verify().verify(false, NOW, SILENT).findings();
    }

    private static Map<String, Kind> byLocation(List<PictureFinding> findings) {
        Map<String, Kind> kinds = new TreeMap<>();
        findings.forEach(finding -> kinds.put(finding.location(), finding.kind()));
        assertThat(kinds).as("each is named once").hasSameSizeAs(findings);
        return kinds;
    }

    @Test
    void saysNothingOfWhatIsWell() throws Exception {
        fill(3, 5, 100);

        VerifyOutcome outcome = verify().verify(false, NOW, SILENT);

        assertThat(outcome).isEqualTo(new VerifyOutcome(15, 15, List.of()));
    }

    @Test
    void namesEachOfAThousandDamages() throws Exception {
        List<TestInstallation.Picture> pictures = fill(60, 25, 400);
        Map<String, Kind> expected = new TreeMap<>();
        Random random = new Random(1000);
        for (int i = 0; i < 1000; i++) {
            TestInstallation.Picture picture = pictures.get(i);
            Path file = here.file(picture);
            byte[] content = picture.content().clone();
            switch (i % 5) {
                case 0, 1 -> {
                    content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
                    Files.write(file, content);
                    expected.put(picture.location(), Kind.ALTERED);
                }
                case 2 -> {
                    Files.write(file, Arrays.copyOf(content, random.nextInt(content.length)));
                    expected.put(picture.location(), Kind.ALTERED);
                }
                case 3 -> {
                    // the next one's file here, this one's there
                    Files.write(file, pictures.get(i + 1).content());
                    Files.write(here.file(pictures.get(i + 1)), picture.content());
                    expected.put(picture.location(), Kind.SWAPPED);
                    expected.put(pictures.get(i + 1).location(), Kind.SWAPPED);
                }
                default -> {}
            }
        }

        VerifyOutcome outcome = verify().verify(false, NOW, SILENT);

        assertThat(byLocation(outcome.findings())).hasSize(1000).isEqualTo(expected);
        assertThat(outcome.findings())
                .filteredOn(finding -> finding.location().equals(pictures.get(3).location()))
                .singleElement()
                .isEqualTo(new PictureFinding(
                        Kind.SWAPPED,
                        "2021-0",
                        "ID_DOC",
                        pictures.get(3).location(),
                        pictures.get(3).digest(),
                        pictures.get(4).location()));
    }

    @Test
    void namesWhatIsMissingOrphanedAndUnreadable() throws Exception {
        List<TestInstallation.Picture> pictures = fill(2, 3, 100);
        Files.delete(here.file(pictures.get(0)));
        Path folderInPlace = here.file(pictures.get(1));
        Files.delete(folderInPlace);
        Files.createDirectory(folderInPlace);
        String orphan = "2021/6215/2021-0/ID_DOC/orphan-0001.jpg";
        String stray = "2021/6215/notes.txt";
        Files.writeString(here.settings().storage().path().resolve(orphan), "x");
        Files.writeString(here.settings().storage().path().resolve(stray), "x");
        Files.writeString(
                here.settings().storage().path().resolve("2021/6215/2021-0/ID_DOC/.orphan-0002.jpg.tmp"), "x");

        assertThat(byLocation(findings()))
                .isEqualTo(new TreeMap<>(Map.of(
                        pictures.get(0).location(),
                        Kind.MISSING,
                        pictures.get(1).location(),
                        Kind.UNREADABLE,
                        orphan,
                        Kind.ORPHANED,
                        stray,
                        Kind.ORPHANED)));
    }

    @Test
    void namesWhatTheRightsForbid() throws Exception {
        List<TestInstallation.Picture> pictures = fill(1, 2, 100);
        Path closed = here.file(pictures.get(0));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(closed)).as("root may read everything").isFalse();

        assertThat(byLocation(findings())).isEqualTo(Map.of(pictures.get(0).location(), Kind.UNREADABLE));
    }

    @Test
    void anUploadUnderWayIsNoOrphanYet() throws Exception {
        fill(1, 1, 100);
        Path young = here.settings().storage().path().resolve("2021/6215/2021-0/ID_DOC/under-way-1.jpg");
        Files.writeString(young, "x");
        Files.setLastModifiedTime(young, FileTime.from(NOW.minusSeconds(30)));

        assertThat(findings()).isEmpty();
    }

    @Test
    void aRemovalMeanwhileIsNoLoss() throws Exception {
        List<TestInstallation.Picture> pictures = fill(1, 3, 100);
        boolean[] removed = new boolean[1];

        VerifyOutcome outcome = verify().verify(false, NOW, (phase, done, total) -> {
            if (!removed[0]) {
                removed[0] = true;
                try {
                    here.remove(pictures.get(1));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        });

        assertThat(outcome.findings()).isEmpty();
    }

    @Test
    void goesOnWhereItWasAndNamesNothingTwice() throws Exception {
        List<TestInstallation.Picture> pictures = fill(40, 30, 20);
        Set<String> damaged = new HashSet<>();
        for (int i : new int[] {1, 600, 1100}) {
            Files.delete(here.file(pictures.get(i)));
            damaged.add(pictures.get(i).location());
        }
        for (int no : new int[] {0, 39}) {
            String orphan = "2021/6215/2021-" + no + "/OTHER/orphan-" + no + "-1.jpg";
            Path file = here.settings().storage().path().resolve(orphan);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
            damaged.add(orphan);
        }
        List<Long> rowsLookedAt = new ArrayList<>();
        for (int call = 0; call < 30; call++) {
            int[] left = {2};
            try {
                VerifyOutcome outcome = verify().verify(false, NOW, (phase, done, total) -> {
                    rowsLookedAt.add(done);
                    if (left[0]-- == 0) {
                        throw new IllegalStateException("interrupted");
                    }
                });
                assertThat(byLocation(outcome.findings())).containsOnlyKeys(damaged);
                assertThat(outcome.rows()).isEqualTo(1200);
                assertThat(outcome.files()).isEqualTo(1199);
                assertThat(call).as("it was interrupted").isPositive();
                return;
            } catch (IllegalStateException interrupted) {
                continue;
            }
        }
        throw new AssertionError("it never came to its end: " + rowsLookedAt);
    }

    @Test
    void beginsAgainWhenToldTo() throws Exception {
        List<TestInstallation.Picture> pictures = fill(40, 30, 20);
        int[] left = {2};
        assertThatThrownBy(() -> verify().verify(false, NOW, (phase, done, total) -> {
                    if (left[0]-- == 0) {
                        throw new IllegalStateException("interrupted");
                    }
                }))
                .isInstanceOf(IllegalStateException.class);
        Files.delete(here.file(pictures.get(0)));

        assertThat(verify().verify(true, NOW, SILENT).findings()).hasSize(1);
    }

    @Test
    void aStoreThatIsAwayIsNotAHeapOfMissingPictures() throws Exception {
        fill(1, 2, 10);
        Files.move(here.settings().storage().path(), folder.resolve("unmounted"));

        assertThat(catchThrowableOfType(Refusal.class, this::findings).code())
                .isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        Files.move(folder.resolve("unmounted"), here.settings().storage().path());
    }

    @Test
    void putsRightFromABackupAndKeepsTheDamagedAside() throws Exception {
        List<TestInstallation.Picture> pictures = fill(1, 6, 100);
        RepairPictures repair = repair();
        TestInstallation.Picture late = here.picture(1, "2021-0", "OTHER", 50);
        Files.delete(here.file(pictures.get(0)));
        Files.write(here.file(pictures.get(1)), new byte[] {7});
        Files.write(here.file(pictures.get(2)), pictures.get(3).content());
        Files.write(here.file(pictures.get(3)), pictures.get(2).content());
        Files.delete(here.file(late));

        List<RepairPictures.Repair> repairs = new ArrayList<>();
        for (PictureFinding finding : findings()) {
            repairs.add(repair.repair(finding, TODAY));
        }

        assertThat(repairs)
                .containsExactlyInAnyOrder(
                        RepairPictures.Repair.REPAIRED,
                        RepairPictures.Repair.REPAIRED,
                        RepairPictures.Repair.REPAIRED,
                        RepairPictures.Repair.REPAIRED,
                        RepairPictures.Repair.NOT_IN_BACKUP);
        assertThat(byLocation(findings())).isEqualTo(Map.of(late.location(), Kind.MISSING));
        assertThat(here.settings()
                        .storage()
                        .path()
                        .resolve("damaged/2021-01-16/" + pictures.get(1).location()))
                .hasBinaryContent(new byte[] {7});
        for (TestInstallation.Picture picture : pictures) {
            assertThat(here.file(picture)).hasBinaryContent(picture.content());
        }
    }

    @Test
    void neverWritesOverWhatIsRight() throws Exception {
        TestInstallation.Picture picture = fill(1, 1, 100).get(0);
        RepairPictures repair = repair();
        FileTime before = Files.getLastModifiedTime(here.file(picture));
        PictureFinding outdated =
                new PictureFinding(Kind.ALTERED, "2021-0", "ID_DOC", picture.location(), picture.digest(), "");

        assertThat(repair.repair(outdated, TODAY)).isEqualTo(RepairPictures.Repair.RIGHT_ALREADY);
        assertThat(repair.repair(PictureFinding.orphaned(picture.location()), TODAY))
                .isEqualTo(RepairPictures.Repair.NOT_OURS_TO_REPAIR);
        assertThat(Files.getLastModifiedTime(here.file(picture))).isEqualTo(before);
        assertThat(here.settings().storage().path().resolve("damaged")).doesNotExist();
    }

    /** After a backup of what is there now. */
    private RepairPictures repair() throws IOException {
        Path key = folder.resolve("exported.key");
        BackupKeys keys = new BackupKeys(here.home());
        keys.export(key, NOW);
        keys.check(key, NOW);
        Path backups = folder.resolve("backups");
        new MakeBackup(BackupSource.of(here.settings(), here.database()), backups, 3).make(NOW, SILENT);
        AgeIdentity identity = BackupKeys.read(key);
        return new RepairPictures(
                BackupFolder.open(backups), identity, here.settings().storage().path());
    }
}
