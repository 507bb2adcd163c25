package org.medexam.smp.core.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are either there as a whole, on the disk, or not there. */
final class Durable {

    /** What every unfinished file of ours begins with. */
    static final String UNFINISHED = ".new-";

    private static final boolean FOLDERS_CAN_BE_SYNCED =
            !System.getProperty("os.name", "").startsWith("Windows");

    private Durable() {}

    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Under its final name only when all of it is on the disk; the folder's own names are synced by the caller. */
    static void write(Path file, Writing writing) throws IOException {
        Path fresh = fresh(file.getParent());
        try {
            try (FileChannel channel =
                    FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(new Unclosed(Channels.newOutputStream(channel)), 1 << 16);
                writing.to(out);
                out.flush();
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    static Path fresh(Path folder) {
        return folder.resolve(UNFINISHED + UUID.randomUUID());
    }

    /** The folder's names are on the disk, where the system can do that; Windows' journal orders them by itself. */
    static void sync(Path folder) throws IOException {
        if (FOLDERS_CAN_BE_SYNCED) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The sealing stream closes what it writes to, and the file must be forced to the disk before. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
