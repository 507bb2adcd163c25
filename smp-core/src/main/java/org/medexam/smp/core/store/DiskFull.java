package org.medexam.smp.core.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells a full disk from a broken one; Java has no exception of its own for it. */
final class DiskFull {

    /** What Linux and Windows (English, Chinese) say; in other languages the space left must tell. */
    private static final List<String> WORDS =
            List.of("no space left", "quota exceeded", "not enough space", "disk is full", "磁盘空间不足", "磁盘已满");

    private DiskFull() {}

    static boolean isReason(IOException failed, Disk disk, Path root, long wanted) {
        String said = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        if (WORDS.stream().anyMatch(said::contains)) {
            return true;
        }
        try {
            return disk.usableBytes(root) < wanted;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
