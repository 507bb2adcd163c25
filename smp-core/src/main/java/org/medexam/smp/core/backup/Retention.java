package org.medexam.smp.core.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.medexam.smp.core.file.AtomicFile;

/**
 * Removes the oldest backups, then the pictures that none of the others names. Only for who holds the folder's
 * mutex: a backup that is being made names its pictures last.
 */
final class Retention {

    private final BackupFolder folder;

    Retention(BackupFolder folder) {
        this.folder = folder;
    }

    /** @param keep the newest so many stay */
    void apply(int keep) throws IOException {
        List<SnapshotName> all = folder.snapshots();
        for (SnapshotName old : all.subList(0, Math.max(0, all.size() - keep))) {
            Files.deleteIfExists(folder.snapshotFile(old, SnapshotName.SEALED));
        }
        folder.syncSnapshots();
        Set<SnapshotName> kept = new HashSet<>(folder.snapshots());
        for (SnapshotName list : folder.named(SnapshotName.OBJECTS)) {
            if (!kept.contains(list)) {
                Files.deleteIfExists(folder.snapshotFile(list, SnapshotName.OBJECTS));
            }
        }
        removeUnfinished();
        if (folder.named(SnapshotName.OBJECTS).size() == kept.size()) {
            removeAllBut(named(kept));
        } // else somebody took a list away, and nobody knows any more what is named
    }

    /**
     * The first 64 bits of each digest, sorted: small, and where two pictures share them one is merely kept for too
     * long.
     */
    private long[] named(Set<SnapshotName> kept) throws IOException {
        long[] named = {};
        for (SnapshotName name : kept) {
            try (Stream<String> digests = Files.lines(folder.snapshotFile(name, SnapshotName.OBJECTS))) {
                named = LongStream.concat(Arrays.stream(named), digests.mapToLong(Retention::start))
                        .sorted()
                        .distinct()
                        .toArray();
            }
        }
        return named;
    }

    private static long start(String sha256) {
        return Long.parseUnsignedLong(sha256, 0, 16, 16);
    }

    private void removeAllBut(long[] named) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder.objects(), "[0-9a-f][0-9a-f]")) {
            for (Path each : folders) {
                try (DirectoryStream<Path> objects = Files.newDirectoryStream(each, "*" + SnapshotName.SEALED)) {
                    for (Path object : objects) {
                        String name = object.getFileName().toString();
                        if (name.matches("[0-9a-f]{64}\\.age") && Arrays.binarySearch(named, start(name)) < 0) {
                            Files.deleteIfExists(object);
                        }
                    }
                }
            }
        }
    }

    /** What a backup that was cut left behind. */
    void removeUnfinished() throws IOException {
        try (Stream<Path> all = Files.walk(folder.root())) {
            for (Path file : all.filter(path -> path.getFileName().toString().startsWith(AtomicFile.TEMPORARY_PREFIX))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
