package org.medexam.smp.core.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.medexam.smp.core.backup.BackupRefused.Reason;

/** Only one writes to a folder at a time; the system lets go of it when a process dies. */
final class FolderMutex implements AutoCloseable {

    static final String FILE = "lock";

    private final FileChannel channel;

    private FolderMutex(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws BackupRefused {@code BUSY} */
    static FolderMutex take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock taken = channel.tryLock();
            if (taken != null) {
                return new FolderMutex(channel);
            }
        } catch (OverlappingFileLockException thisProcess) {
            // as below
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
        channel.close();
        throw new BackupRefused(Reason.BUSY, folder);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
