package org.medexam.smp.core.store;

import java.io.IOException;
import java.nio.file.Path;

/** The few things that can go wrong on a disk, so that tests can make them go wrong. */
interface Disk {

    /**
     * Writes a new file through to the disk; what could not be written whole is taken away again.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is such a file; it is left as it is
     */
    void create(Path file, byte[] content) throws IOException;

    /** Renames within one folder tree, in one step. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file or an empty folder. */
    void delete(Path path) throws IOException;

    /** Writes the names in a folder through to the disk, where the system can do that. */
    void sync(Path folder) throws IOException;

    /** Bytes that this process may still write. */
    long usableBytes(Path folder) throws IOException;

    /** Waits before the next attempt, longer each time. */
    void pause(int attempt);
}
