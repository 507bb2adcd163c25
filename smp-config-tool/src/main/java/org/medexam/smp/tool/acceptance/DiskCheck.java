package org.medexam.smp.tool.acceptance;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.medexam.smp.core.file.AtomicFile;

/** How fast the disk of the pictures is: small files one after the other, each through to the disk, and a large one. */
final class DiskCheck implements AcceptanceCheck {

    /** The notice's 50 Mbit/s are 31 pictures of 200 KB a second (S0:666). */
    private static final double ENOUGH_A_SECOND = 31;

    private static final int FILES = 300;
    private static final int FILE_BYTES = 150_000;
    private static final int LARGE_BYTES = 64 << 20;
    private static final int PIECE = 1 << 20;
    private static final Duration MAX_DURATION = Duration.ofSeconds(15);

    /** A test must not be what fills a disk. */
    private static final long MIN_FREE = 1L << 30;

    private final Path folder;

    DiskCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public AcceptanceStep look(StepResult step) {
        try {
            if (Files.getFileStore(folder).getUsableSpace() < MIN_FREE) {
                return step.skipped("full");
            }
            Path own = Files.createTempDirectory(folder, ".smp-acceptance-");
            try {
                return measure(step, own);
            } finally {
                remove(own);
            }
        } catch (AccessDeniedException notForUs) {
            return step.skipped("not-ours", folder);
        } catch (IOException failed) {
            return step.fault("failed", folder, failed.getClass().getSimpleName());
        }
    }

    private static AcceptanceStep measure(StepResult step, Path own) throws IOException {
        byte[] piece = new byte[PIECE];
        new Random(1).nextBytes(piece);
        long begun = System.nanoTime();
        int files = 0;
        while (files < FILES && System.nanoTime() - begun < MAX_DURATION.toNanos()) {
            write(own.resolve(files++ + ".bin"), piece, FILE_BYTES);
        }
        double filesPerSecond = files / seconds(begun);
        begun = System.nanoTime();
        write(own.resolve("large.bin"), piece, LARGE_BYTES);
        double megabytesPerSecond = LARGE_BYTES / 1e6 / seconds(begun);

        step.figure("filesPerSecond", Math.round(filesPerSecond));
        step.figure("megabytesPerSecond", Math.round(megabytesPerSecond));
        Object[] figures = {Math.round(filesPerSecond), Math.round(megabytesPerSecond)};
        return filesPerSecond < ENOUGH_A_SECOND ? step.advice("slow", figures) : step.good("good", figures);
    }

    private static double seconds(long since) {
        return Math.max(System.nanoTime() - since, 1) / 1e9;
    }

    private static void write(Path file, byte[] piece, int bytes) throws IOException {
        AtomicFile.write(file, out -> {
            for (int left = bytes; left > 0; left -= piece.length) {
                out.write(piece, 0, Math.min(left, piece.length));
            }
        });
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> below = Files.walk(folder)) {
            all = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
