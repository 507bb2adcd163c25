package org.medexam.smp.core.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the store and its sweep both do with folders. */
final class Folders {

    private Folders() {}

    /** With {@code /} on every system. */
    static String location(Path root, Path file) {
        return root.relativize(file).toString().replace(File.separatorChar, '/');
    }

    /** Removes a folder and those above it as long as they are empty; never the root. */
    static void removeEmpty(Path folder, Path root) {
        for (Path each = folder; !each.equals(root); each = each.getParent()) {
            try {
                Files.delete(each);
            } catch (IOException notEmptyOrHeld) {
                return;
            }
        }
    }

    /**
     * Removes a folder with all that lies in it; links are removed and not followed.
     *
     * @return how many files went
     */
    static int removeTree(Path folder) throws IOException {
        int removed = 0;
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                removed += Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) ? 0 : 1;
                Files.delete(each);
            }
        }
        return removed;
    }
}
