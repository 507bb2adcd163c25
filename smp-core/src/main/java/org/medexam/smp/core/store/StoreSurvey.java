package org.medexam.smp.core.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What lies in a store; links are not followed.
 *
 * @param pictures how many
 * @param orphans locations of those without a row that were last changed before the given moment
 * @param leftOvers temporary files that were last changed before it
 */
record StoreSurvey(long pictures, List<String> orphans, List<Path> leftOvers) {

    static StoreSurvey of(Path root, Instant before, KnownLocations known) throws IOException {
        Walk walk = new Walk(root, before, known);
        Files.walkFileTree(root, walk);
        walk.ask();
        return new StoreSurvey(walk.pictures, walk.orphans, walk.leftOvers);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final Instant before;
        private final KnownLocations known;
        private final List<String> batch = new ArrayList<>();
        private final List<String> orphans = new ArrayList<>();
        private final List<Path> leftOvers = new ArrayList<>();
        private long pictures;

        Walk(Path root, Instant before, KnownLocations known) {
            this.root = root;
            this.before = before;
            this.known = known;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean ours = folder.equals(root)
                    || !folder.getParent().equals(root)
                    || Layout.isYear(folder.getFileName().toString());
            return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                count(file, attributes.lastModifiedTime().toInstant().isBefore(before));
            }
            return FileVisitResult.CONTINUE;
        }

        private void count(Path file, boolean old) {
            String location = Folders.location(root, file);
            if (Layout.isLocation(location)) {
                pictures++;
                if (old) {
                    batch.add(location);
                    if (batch.size() == OrphanSweep.BATCH) {
                        ask();
                    }
                }
            } else if (old && Layout.isTemporary(file.getFileName().toString())) {
                leftOvers.add(file);
            }
        }

        /** Batch by batch, since a store of years does not fit into memory. */
        void ask() {
            if (!batch.isEmpty()) {
                Set<String> withRow = known.among(List.copyOf(batch));
                batch.stream().filter(location -> !withRow.contains(location)).forEach(orphans::add);
                batch.clear();
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException && !file.equals(root)) {
                // destroyed while we walked
                return FileVisitResult.CONTINUE;
            }
            throw failed;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
            if (failed != null && !(failed instanceof NoSuchFileException)) {
                throw failed;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
