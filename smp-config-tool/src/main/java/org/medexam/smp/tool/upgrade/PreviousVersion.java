package org.medexam.smp.tool.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.file.FileTree;

/**
 * What an upgrade replaced, in {@code previous/} of the installation. While it is under way, {@code previous/UNFINISHED}
 * names every part, so that even after a power cut it is known what has to come back.
 *
 * @param installation the folder {@code SMP}
 * @param database the embedded database's folder, if that is in use
 */
record PreviousVersion(Path installation, Optional<Path> database) {

    /** In the list of parts before one that was not there before. */
    private static final String NEW = "+ ";

    private Path folder() {
        return installation.resolve("previous");
    }

    private Path mark() {
        return folder().resolve("UNFINISHED");
    }

    private Path keptDatabase() {
        return folder().resolve("data");
    }

    boolean isUnfinished() {
        return Files.exists(mark());
    }

    /**
     * Moves the programs here, in place of those of the last upgrade, and copies the database, which must be closed.
     *
     * @param parts names in the installation that the new programs will take
     */
    void keep(List<String> parts) throws IOException {
        FileTree.delete(folder());
        Files.createDirectories(folder());
        if (database.filter(Files::isDirectory).isPresent()) {
            Path fresh = folder().resolve("data.new");
            FileTree.copy(database.get(), fresh);
            AtomicFile.move(fresh, keptDatabase());
        }
        AtomicFile.write(
                mark(),
                parts.stream()
                        .map(part -> (Files.exists(installation.resolve(part)) ? "" : NEW) + part + "\n")
                        .collect(Collectors.joining()));
        for (String part : parts) {
            Path old = installation.resolve(part);
            if (Files.exists(old)) {
                AtomicFile.move(old, folder().resolve(part));
            }
        }
    }

    /** Everything as it was; once more after a failure in the middle of it. */
    void bringBack() throws IOException {
        for (String line : Files.readAllLines(mark())) {
            if (line.startsWith(NEW)) {
                FileTree.delete(installation.resolve(line.substring(NEW.length())));
                continue;
            }
            Path kept = folder().resolve(line);
            if (Files.exists(kept)) {
                FileTree.delete(installation.resolve(line));
                AtomicFile.move(kept, installation.resolve(line));
            }
        }
        if (Files.isDirectory(keptDatabase())) {
            FileTree.delete(database.orElseThrow());
            FileTree.copy(keptDatabase(), database.get());
        }
        Files.delete(mark());
    }

    void finish() throws IOException {
        Files.delete(mark());
    }
}
