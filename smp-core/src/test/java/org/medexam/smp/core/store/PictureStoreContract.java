package org.medexam.smp.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.file.Sha256;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** What every store must do. */
abstract class PictureStoreContract {

    static final UUID IDENTITY = UUID.fromString("6d1f7c4e-0b1c-4f7e-9f53-2f6f3f1f6f01");
    static final PicturePlace PLACE = new PicturePlace(2021, "6215", "a1", "ID_DOC");
    static final byte[] STAMPED = {1, 2, 3, 0, -1};

    private PictureStore store;

    /** A new store that nobody has claimed. */
    abstract PictureStore unclaimed() throws Exception;

    @BeforeEach
    void claimed() throws Exception {
        store = unclaimed();
        store.claim(IDENTITY);
    }

    static String newName() {
        return UUID.randomUUID() + ".jpg";
    }

    static RefusalCode refusal(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        return refusal.code();
    }

    @Test
    void givesBackWhatWasKept() {
        String name = newName();

        StoredFile kept = store.keep(PLACE, name, STAMPED);

        assertThat(kept)
                .isEqualTo(new StoredFile(
                        "2021/6215/a1/ID_DOC/" + name,
                        5,
                        "a7db3014d470471b924e55d6abc7706002af84259e816d3ee3be8d49b0d53390"));
        assertThat(store.read(kept.location(), kept.sha256())).isEqualTo(STAMPED);
    }

    @Test
    void keepsManyApart() {
        List<StoredFile> kept = new ArrayList<>();
        for (String no : List.of("a1", "A1", "aA", "Aa", "AA", "con", "CON", "-", "_")) {
            byte[] own = no.getBytes();
            kept.add(store.keep(new PicturePlace(2021, "6215", no, "ID_DOC"), "00000001.png", own));
        }

        assertThat(kept.stream().map(file -> file.location().toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        assertThat(kept)
                .allSatisfy(file ->
                        assertThat(store.read(file.location(), file.sha256())).hasSize((int) file.bytes()));
    }

    @Test
    void neverUsesANameTwice() {
        StoredFile kept = store.keep(PLACE, "00000001.jpg", STAMPED);

        assertThatThrownBy(() -> store.keep(PLACE, "00000001.jpg", new byte[7]))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.read(kept.location(), kept.sha256())).isEqualTo(STAMPED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".jpg",
                "00000001",
                "00000001.gif",
                "00000001.JPG",
                "A0000001.jpg",
                "../0000001.jpg",
                "a/000001.jpg",
                "0000001\\.jpg",
                "con.jpg",
                "00000001.jpg.tmp",
                ".0000001.jpg",
                "00000001.jpg\n"
            })
    void refusesFileNamesOfAnotherForm(String name) {
        assertThatThrownBy(() -> store.keep(PLACE, name, STAMPED)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.holdsPictures()).isFalse();
    }

    @Test
    void noticesWhatIsDamagedOrGone() {
        StoredFile kept = store.keep(PLACE, newName(), STAMPED);

        assertThat(refusal(() -> store.read(kept.location(), "0".repeat(64)))).isEqualTo(RefusalCode.PICTURE_DAMAGED);
        assertThat(refusal(() -> store.read("2021/6215/a1/ID_DOC/00000009.jpg", kept.sha256())))
                .isEqualTo(RefusalCode.PICTURE_DAMAGED);
        assertThat(refusal(() -> store.read("2021/6299/a1/ID_DOC/00000009.jpg", kept.sha256())))
                .isEqualTo(RefusalCode.PICTURE_DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "SMP-STORE.txt",
                "../outside.jpg",
                "2021/6215/a1/ID_DOC/../../../../../outside.jpg",
                "2021/6215/../../ID_DOC/00000001.jpg",
                "2021/6215/a1/../00000001.jpg",
                "2021/6215/a1/ID_DOC/../00000001.jpg",
                "2021/6215/./ID_DOC/00000001.jpg",
                "2021//a1/ID_DOC/00000001.jpg",
                "/2021/6215/a1/ID_DOC/00000001.jpg",
                "C:/2021/6215/a1/00000001.jpg",
                "2021\\6215\\a1\\ID_DOC\\00000001.jpg",
                "2021/6215/a1/ID_DOC/00000001.jpg/",
                "2021/6215/a1/ID_DOC/00000001.jpg\0",
                "2021/6215/a1/ID_DOC/00000001.jpg:stream",
                "2021/6215/a1/ID_DOC/.00000001.jpg.tmp",
                "orphans/2021-01-15/2021/6215/00000001.jpg",
                "\\\\server\\share\\00000001.jpg"
            })
    void neverLeadsOutOfTheStore(String location) {
        store.keep(PLACE, "00000001.jpg", STAMPED);

        assertThat(refusal(() -> store.read(location, Sha256.of(STAMPED)))).isEqualTo(RefusalCode.PICTURE_DAMAGED);
        assertThat(refusal(() -> store.destroy(location))).isEqualTo(RefusalCode.PICTURE_DAMAGED);
    }

    @Test
    void destroysForGood() {
        StoredFile kept = store.keep(PLACE, newName(), STAMPED);
        StoredFile other = store.keep(PLACE, newName(), STAMPED);

        store.destroy(kept.location());
        store.destroy(kept.location());

        assertThat(refusal(() -> store.read(kept.location(), kept.sha256()))).isEqualTo(RefusalCode.PICTURE_DAMAGED);
        assertThat(store.read(other.location(), other.sha256())).isEqualTo(STAMPED);
        assertThat(store.holdsPictures()).isTrue();
        store.destroy(other.location());
        assertThat(store.holdsPictures()).isFalse();
    }

    @Test
    void takesNothingBeforeItIsClaimed() throws Exception {
        PictureStore unclaimed = unclaimed();

        assertThat(unclaimed.identity()).isEmpty();
        assertThat(unclaimed.holdsPictures()).isFalse();
        assertThat(refusal(() -> unclaimed.keep(PLACE, newName(), STAMPED))).isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        assertThat(refusal(() -> unclaimed.read("2021/6215/a1/ID_DOC/00000001.jpg", Sha256.of(STAMPED))))
                .isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        assertThat(refusal(() -> unclaimed.destroy("2021/6215/a1/ID_DOC/00000001.jpg")))
                .isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
        assertThat(refusal(unclaimed::probe)).isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
    }

    @Test
    void hasOneIdentityForGood() {
        store.claim(IDENTITY);

        assertThat(store.identity()).contains(IDENTITY);
        assertThatThrownBy(() -> store.claim(UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
        assertThat(store.identity()).contains(IDENTITY);
    }

    @Test
    void tellsThatItCanBeWrittenAndHowMuch() {
        store.probe();

        assertThat(store.freeBytes()).isPositive();
        assertThat(store.holdsPictures()).isFalse();
    }

    @Test
    void servesManyThreadsThatKeepAndDestroyInOneFolder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                work.add(() -> {
                    for (int round = 0; round < 40; round++) {
                        StoredFile kept = store.keep(PLACE, newName(), STAMPED);
                        assertThat(store.read(kept.location(), kept.sha256())).isEqualTo(STAMPED);
                        store.destroy(kept.location());
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.holdsPictures()).isFalse();
    }

    @Test
    void ofTwoThatWantOneNameOneGetsIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 25; round++) {
                String name = newName();
                List<Callable<Boolean>> work = new ArrayList<>();
                for (byte i = 0; i < 4; i++) {
                    byte[] own = {i};
                    work.add(() -> {
                        try {
                            store.keep(PLACE, name, own);
                            return true;
                        } catch (IllegalStateException inUse) {
                            return false;
                        }
                    });
                }
                int winners = 0;
                for (Future<Boolean> won : threads.invokeAll(work)) {
                    winners += won.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
