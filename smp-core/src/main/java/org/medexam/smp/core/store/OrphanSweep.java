package org.medexam.smp.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * Cleans up after lost rows: a file is written before its row, so that a crash in between leaves a picture that
 * nobody knows. Such files are first moved aside, to {@code orphans/<day>/…}, and only destroyed 30 days later.
 *
 * <p>Ask only when database and store belong together ({@link StoreBond}), or every picture is an orphan. As a
 * second guard, more than one orphan in a hundred files is taken for a mistake, and nothing is touched. What does not
 * look like a file of ours is never touched either.
 */
public final class OrphanSweep {

    /** So many locations at most are asked for at once. */
    public static final int BATCH = 500;

    private static final Duration GRACE = Duration.ofHours(24);
    private static final Period KEPT_ASIDE = Period.ofDays(30);
    private static final int ONE_IN = 100;

    private final Path root;
    private final ZoneId zone;

    /**
     * @param root of the {@link DiskStore}
     * @param zone of the days by which side folders are named
     */
    public OrphanSweep(Path root, ZoneId zone) {
        this.root = root.toAbsolutePath().normalize();
        this.zone = zone;
    }

    /**
     * @throws Refusal {@code storage-unavailable} when the store cannot be looked through
     */
    public SweepOutcome sweep(KnownLocations known, Instant now) {
        try {
            StoreSurvey survey = StoreSurvey.of(root, now.minus(GRACE), known);
            long orphans = survey.orphans().size();
            if (orphans * ONE_IN > survey.pictures()) {
                return new SweepOutcome.TooManyOrphans(orphans, survey.pictures());
            }
            LocalDate today = LocalDate.ofInstant(now, zone);
            return new SweepOutcome.Swept(
                    moveAside(survey.orphans(), today),
                    removeFoldersBefore(today.minus(KEPT_ASIDE)),
                    removeAll(survey.leftOvers()));
        } catch (IOException failed) {
            throw Refusal.of(RefusalCode.STORAGE_UNAVAILABLE, "the store cannot be swept", failed);
        }
    }

    private int moveAside(List<String> orphans, LocalDate today) {
        int moved = 0;
        for (String location : orphans) {
            Path file = root.resolve(location);
            Path aside = sideFolders().resolve(today.toString()).resolve(location);
            try {
                Files.createDirectories(aside.getParent());
                Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
                moved++;
                Folders.removeEmpty(file.getParent(), root);
            } catch (IOException heldBySomebody) {
                // the next sweep finds it again
                continue;
            }
        }
        return moved;
    }

    private int removeFoldersBefore(LocalDate day) throws IOException {
        if (!Files.isDirectory(sideFolders())) {
            return 0;
        }
        int removed = 0;
        try (Stream<Path> folders = Files.list(sideFolders())) {
            for (Path folder : folders.filter(each -> isBefore(each, day)).toList()) {
                removed += Folders.removeTree(folder);
            }
        }
        return removed;
    }

    private static boolean isBefore(Path folder, LocalDate day) {
        try {
            return LocalDate.parse(folder.getFileName().toString()).isBefore(day);
        } catch (DateTimeParseException notOurs) {
            return false;
        }
    }

    private int removeAll(List<Path> files) {
        int removed = 0;
        for (Path file : files) {
            try {
                removed += Files.deleteIfExists(file) ? 1 : 0;
                Folders.removeEmpty(file.getParent(), root);
            } catch (IOException heldBySomebody) {
                continue;
            }
        }
        return removed;
    }

    private Path sideFolders() {
        return root.resolve(Layout.ORPHANS);
    }
}
