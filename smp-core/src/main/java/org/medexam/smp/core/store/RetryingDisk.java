package org.medexam.smp.core.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Tries again where a virus scanner or an indexer may hold a file for a moment, as they do on Windows: eight times
 * within about two and a half seconds.
 */
record RetryingDisk(Disk disk) implements Disk {

    static final int ATTEMPTS = 8;

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        disk.create(file, content);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        patiently(() -> disk.move(from, to));
    }

    @Override
    public void delete(Path path) throws IOException {
        patiently(() -> disk.delete(path));
    }

    @Override
    public void sync(Path folder) throws IOException {
        disk.sync(folder);
    }

    @Override
    public long usableBytes(Path folder) throws IOException {
        return disk.usableBytes(folder);
    }

    @Override
    public void pause(int attempt) {
        disk.pause(attempt);
    }

    private void patiently(Step step) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                step.run();
                return;
            } catch (NoSuchFileException | DirectoryNotEmptyException | AtomicMoveNotSupportedException willNotChange) {
                throw willNotChange;
            } catch (FileSystemException perhapsHeld) {
                if (attempt == ATTEMPTS) {
                    throw perhapsHeld;
                }
                disk.pause(attempt);
            }
        }
    }
}
