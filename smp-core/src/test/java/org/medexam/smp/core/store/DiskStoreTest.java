package org.medexam.smp.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.file.Sha256;
import org.medexam.smp.core.refusal.RefusalCode;

class DiskStoreTest extends PictureStoreContract {

    private static final String NAME = "00000001.jpg";
    private static final String FOLDER = "2021/6215/a1/ID_DOC";

    @TempDir
    Path folder;

    @Override
    PictureStore unclaimed() {
        return new DiskStore(folder.resolve(UUID.randomUUID().toString()).resolve("pictures"));
    }

    private Path root() {
        return folder.resolve("store");
    }

    private TroubledDisk disk() {
        return new TroubledDisk(root());
    }

    private DiskStore claimed(TroubledDisk disk) {
        DiskStore store = new DiskStore(root(), disk);
        store.claim(IDENTITY);
        disk.steps();
        return store;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(root())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> Folders.location(root(), file))
                    .filter(file -> !file.equals("SMP-STORE.txt"))
                    .toList();
        }
    }

    @Test
    void writesThroughTheFileThenTheNameThenEveryFolderAbove() {
        TroubledDisk disk = disk();
        DiskStore store = claimed(disk);

        store.keep(PLACE, NAME, STAMPED);

        assertThat(disk.steps())
                .containsExactly(
                        "create " + FOLDER + "/." + NAME + ".tmp",
                        "move " + FOLDER + "/" + NAME,
                        "sync " + FOLDER,
                        "sync 2021/6215/a1",
                        "sync 2021/6215",
                        "sync 2021",
                        "sync ");
    }

    @Test
    void destroysThroughToTheDiskAndTidiesUp() throws Exception {
        TroubledDisk disk = disk();
        DiskStore store = claimed(disk);
        StoredFile kept = store.keep(PLACE, NAME, STAMPED);
        StoredFile neighbour = store.keep(new PicturePlace(2021, "6215", "b2", "ID_DOC"), NAME, STAMPED);
        disk.steps();

        store.destroy(kept.location());

        assertThat(disk.steps()).containsExactly("delete " + FOLDER + "/" + NAME, "sync " + FOLDER);
        assertThat(root().resolve("2021/6215/a1")).doesNotExist();
        assertThat(files()).containsExactly(neighbour.location());
        store.destroy(neighbour.location());
        assertThat(root().resolve("2021")).doesNotExist();
        assertThat(root()).exists();
    }

    @Test
    void marksItsFolderForPeopleAndThroughToTheDisk() throws Exception {
        TroubledDisk disk = disk();

        new DiskStore(root(), disk).claim(IDENTITY);

        assertThat(disk.steps())
                .containsExactly("create .marker-" + IDENTITY + ".tmp", "move SMP-STORE.txt", "sync ", "sync ..");
        assertThat(Files.readString(root().resolve("SMP-STORE.txt")))
                .contains("图片存储目录", "candidates' pictures", "\r\nidentity=" + IDENTITY + "\r\n");
        assertThat(new DiskStore(root()).identity()).contains(IDENTITY);
    }

    @Test
    void aMarkerThatNamesNobodyIsNoFirstStart() throws Exception {
        claimed(disk());
        for (String content : List.of("", "identity=", "identity=" + "x".repeat(36), "identity=" + "-".repeat(36))) {
            Files.writeString(root().resolve("SMP-STORE.txt"), content);
            assertThat(refusal(() -> new DiskStore(root()).identity())).isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        }
    }

    @Test
    void holdsAFileForAMomentDoesNotMatter() throws Exception {
        TroubledDisk disk = disk();
        DiskStore store = claimed(disk);

        disk.failing("move", new AccessDeniedException("held"), RetryingDisk.ATTEMPTS - 1);
        StoredFile kept = store.keep(PLACE, NAME, STAMPED);
        assertThat(disk.steps()).contains("pause 1", "pause 7").doesNotContain("pause 8");

        disk.failing("delete", new FileSystemException("held"), 2);
        store.destroy(kept.location());
        assertThat(files()).isEmpty();
    }

    @Test
    void heldForTooLongLeavesNothingBehind() throws Exception {
        TroubledDisk disk = disk();
        DiskStore store = claimed(disk);
        disk.failing("move", new AccessDeniedException("held"), RetryingDisk.ATTEMPTS);

        assertThat(refusal(() -> store.keep(PLACE, NAME, STAMPED))).isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);

        assertThat(files()).isEmpty();
        assertThat(store.keep(PLACE, NAME, STAMPED).bytes()).isEqualTo(5);
    }

    static Stream<Arguments> failures() {
        List<Arguments> failures = new ArrayList<>();
        for (String step : List.of("create", "move", "sync")) {
            failures.add(arguments(step, new IOException("Input/output error"), RefusalCode.STORAGE_UNAVAILABLE));
            failures.add(arguments(step, new IOException("No space left on device"), RefusalCode.STORAGE_FULL));
            failures.add(arguments(step, new IOException("Disk quota exceeded"), RefusalCode.STORAGE_FULL));
            failures.add(arguments(
                    step, new IOException("There is not enough space on the disk"), RefusalCode.STORAGE_FULL));
            failures.add(arguments(step, new IOException("磁盘空间不足。"), RefusalCode.STORAGE_FULL));
            failures.add(arguments(step, new IOException((String) null), RefusalCode.STORAGE_UNAVAILABLE));
        }
        return failures.stream();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsToldAndLeavesNothingBehind(String step, IOException failure, RefusalCode expected) throws Exception {
        TroubledDisk disk = disk();
        DiskStore store = claimed(disk);
        disk.failing(step, failure, RetryingDisk.ATTEMPTS);

        assertThat(refusal(() -> store.keep(PLACE, NAME, STAMPED))).isEqualTo(expected);

        assertThat(files()).isEmpty();
        assertThat(store.holdsPictures()).isFalse();
    }

    @Test
    void inAnotherLanguageTheSpaceLeftTells() {
        TroubledDisk disk = disk();
        DiskStore store = claimed(disk);
        IOException anyLanguage = new IOException("Espace insuffisant sur le disque");

        disk.failing("create", anyLanguage, 1).withUsableBytes(4);
        assertThat(refusal(() -> store.keep(PLACE, NAME, STAMPED))).isEqualTo(RefusalCode.STORAGE_FULL);
        disk.failing("create", anyLanguage, 1).withUsableBytes(63);
        assertThat(refusal(store::probe)).isEqualTo(RefusalCode.STORAGE_FULL);
        disk.failing("create", anyLanguage, 1).withUsableBytes(64);
        assertThat(refusal(store::probe)).isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
    }

    @Test
    void aFolderThatIsTidiedAwayUnderOurHandsIsMadeAgain() throws Exception {
        TroubledDisk disk = disk();
        DiskStore store = claimed(disk);
        List<Integer> tidied = new ArrayList<>();
        disk.withBeforeCreate(() -> {
            if (tidied.size() < 3) {
                tidied.add(1);
                Folders.removeEmpty(root().resolve(FOLDER), root());
            }
        });

        assertThat(store.keep(PLACE, NAME, STAMPED).bytes()).isEqualTo(5);
        assertThat(tidied).hasSize(3);
    }

    @Test
    void aDiskThatIsNotMountedIsNeverWrittenTo() throws Exception {
        DiskStore store = claimed(disk());
        StoredFile kept = store.keep(PLACE, NAME, STAMPED);
        Path away = folder.resolve("away");
        Files.move(root(), away);

        unavailable(store, kept);
        assertThat(store.identity()).isEmpty();
        assertThat(store.holdsPictures()).isFalse();
        assertThat(root()).doesNotExist();

        Files.createDirectory(root());
        unavailable(store, kept);
        assertThat(root()).isEmptyDirectory();

        Files.delete(root());
        Files.move(away, root());
        assertThat(store.read(kept.location(), kept.sha256())).isEqualTo(STAMPED);
    }

    private static void unavailable(DiskStore store, StoredFile kept) {
        assertThat(refusal(() -> store.keep(PLACE, "00000002.jpg", STAMPED)))
                .isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        assertThat(refusal(() -> store.read(kept.location(), kept.sha256())))
                .isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        assertThat(refusal(() -> store.destroy(kept.location()))).isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        assertThat(refusal(store::probe)).isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
    }

    @Test
    void aRootThatIsAFileIsNoStore() throws Exception {
        Files.writeString(root(), "");
        DiskStore store = new DiskStore(root());

        assertThat(refusal(store::identity)).isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        assertThat(refusal(store::holdsPictures)).isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        assertThat(refusal(() -> store.claim(IDENTITY))).isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        assertThat(refusal(new DiskStore(root().resolve("below"))::probe)).isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        assertThat(refusal(new DiskStore(folder.resolve("none"))::freeBytes))
                .isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
    }

    @Test
    void noticesOneBentByte() throws Exception {
        DiskStore store = claimed(disk());
        StoredFile kept = store.keep(PLACE, NAME, STAMPED);
        Files.write(root().resolve(kept.location()), new byte[] {1, 2, 3, 0, -2});

        assertThat(refusal(() -> store.read(kept.location(), kept.sha256()))).isEqualTo(RefusalCode.PICTURE_DAMAGED);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making links needs a privilege there")
    void followsNoLinks() throws Exception {
        DiskStore store = claimed(disk());
        Path outside = Files.createDirectories(folder.resolve("outside/a1/ID_DOC"));
        Files.write(outside.resolve(NAME), STAMPED);
        Files.createDirectories(root().resolve("2021"));
        Files.createSymbolicLink(root().resolve("2021/6215"), folder.resolve("outside"));
        Files.createDirectories(root().resolve("2021/6216/a1/ID_DOC"));
        Files.createSymbolicLink(root().resolve("2021/6216/a1/ID_DOC/" + NAME), outside.resolve(NAME));

        for (String site : List.of("6215", "6216")) {
            String location = "2021/" + site + "/a1/ID_DOC/" + NAME;
            assertThat(refusal(() -> store.read(location, Sha256.of(STAMPED)))).isEqualTo(RefusalCode.PICTURE_DAMAGED);
        }
        assertThat(refusal(() -> store.destroy("2021/6215/a1/ID_DOC/" + NAME))).isEqualTo(RefusalCode.PICTURE_DAMAGED);
        assertThat(refusal(() -> store.keep(PLACE, "00000002.jpg", STAMPED)))
                .isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        assertThat(outside)
                .isDirectoryContaining(file -> file.endsWith(NAME))
                .isDirectoryNotContaining(file -> !file.endsWith(NAME));
        // the link itself may go, what it leads to stays
        store.destroy("2021/6216/a1/ID_DOC/" + NAME);
        assertThat(outside.resolve(NAME)).hasBinaryContent(STAMPED);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making links needs a privilege there")
    void theRootItselfMayBeALink() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(root(), real);
        DiskStore store = claimed(disk());

        StoredFile kept = store.keep(PLACE, NAME, STAMPED);

        assertThat(store.read(kept.location(), kept.sha256())).isEqualTo(STAMPED);
        assertThat(real.resolve(kept.location())).exists();
    }

    @Test
    void seesPicturesInAFolderThatNobodyClaimed() throws Exception {
        Path old = Files.createDirectories(root().resolve(FOLDER));
        Files.createDirectories(root().resolve("lost+found"));
        DiskStore store = new DiskStore(root());
        assertThat(store.holdsPictures()).isFalse();

        Files.write(old.resolve("." + NAME + ".tmp"), STAMPED);
        assertThat(store.holdsPictures()).isFalse();
        Files.write(old.resolve(NAME), STAMPED);
        assertThat(store.holdsPictures()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "", "a b", "..", "a~"})
    void aPlaceIsMadeOfCodesOnly(String wrong) {
        assertThatThrownBy(() -> new PicturePlace(2021, "6215", wrong, "ID_DOC"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PicturePlace(2021, wrong, "a1", "ID_DOC"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PicturePlace(2021, "6215", "a1", wrong))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PicturePlace(221, "6215", "a1", "ID_DOC"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
