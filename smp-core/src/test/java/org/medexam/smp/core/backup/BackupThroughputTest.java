package org.medexam.smp.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.verify.VerifyPictures;

/** Measures, where asked to: {@code -Dsmp.backup.pictures=10000}; the figures of docs/backup.md. */
@EnabledIfSystemProperty(named = "smp.backup.pictures", matches = "[0-9]+")
class BackupThroughputTest {

    private static final int BYTES = 150_000;
    private static final int OF_A_DOSSIER = 20;
    private static final Instant NOW = Instant.parse("2021-01-15T18:00:00Z");
    private static final Progress SILENT = (phase, done, total) -> {};

    private final int pictures = Integer.getInteger("smp.backup.pictures");

    @TempDir
    Path folder;

    private <T> T timed(String what, Callable<T> work) throws Exception {
        System.gc();
        long begun = System.nanoTime();
        T outcome = work.call();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        System.out.printf(
                "%s: %d pictures in %.1f s, %.0f pictures/s, %.1f MB/s%n",
                what, pictures, millis / 1e3, pictures * 1e3 / millis, pictures * (double) BYTES / millis / 1e3);
        return outcome;
    }

    @Test
    void howFast() throws Exception {
        Path key = folder.resolve("key");
        Path backups = folder.resolve("backups");
        try (TestInstallation here = new TestInstallation(folder.resolve("smp")).bond()) {
            timed("fill", () -> fill(here));
            BackupKeys keys = new BackupKeys(here.home());
            keys.export(key, NOW);
            keys.check(key, NOW);
            MakeBackup backup = new MakeBackup(BackupSource.of(here.settings(), here.database()), backups, 3);
            assertThat(timed("first backup", () -> backup.make(NOW, SILENT)).newPictures())
                    .isEqualTo(pictures);
            assertThat(timed("next backup, nothing new", () -> backup.make(NOW.plus(Duration.ofDays(1)), SILENT))
                            .newPictures())
                    .isZero();
            assertThat(timed(
                                    "verify",
                                    () -> new VerifyPictures(
                                                    here.database(),
                                                    here.settings().storage().path(),
                                                    here.home())
                                            .verify(true, NOW, SILENT))
                            .findings())
                    .isEmpty();
        }
        BackupFolder from = BackupFolder.open(backups);
        assertThat(timed(
                                "verify of the backup",
                                () -> new VerifyBackup(from, BackupKeys.read(key)).verify(Optional.empty(), SILENT))
                        .damaged())
                .isEmpty();
        assertThat(timed(
                                "restore",
                                () -> new Restore(from, BackupKeys.read(key), folder.resolve("new"))
                                        .restore(Optional.empty(), Optional.empty(), SILENT))
                        .pictures())
                .isEqualTo(pictures);
    }

    private Void fill(TestInstallation here) throws Exception {
        for (int i = 0; i < pictures / OF_A_DOSSIER; i++) {
            long dossier = here.dossier("2021-" + i);
            for (int k = 0; k < OF_A_DOSSIER; k++) {
                here.picture(dossier, "2021-" + i, "ID_DOC", BYTES);
            }
        }
        return null;
    }
}
