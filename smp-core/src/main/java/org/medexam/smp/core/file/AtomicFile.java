package org.medexam.smp.core.file;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.UUID;

/**
 * Writes files in one step: a reader, and a restart after a power cut, finds the old content or the new content.
 *
 * <p>The content goes to a temporary file in the same folder, is forced to the disk, and takes the final name by an
 * atomic rename. The folder is forced to the disk afterwards, except where a method says that its caller does it.
 */
public final class AtomicFile {

    /** Prefix of temporary files: a crash may leave some behind. */
    public static final String TEMPORARY_PREFIX = ".new-";

    /** Windows has no call for it; its file system journal orders renames. */
    private static final boolean FOLDERS_CAN_BE_SYNCED =
            !System.getProperty("os.name", "").startsWith("Windows");

    private static final int BUFFER_BYTES = 1 << 16;

    private AtomicFile() {}

    /** Produces the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes the content; may close the stream. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a text in UTF-8, and replaces an existing file. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes, and replaces an existing file. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /**
     * Writes a file, and replaces an existing one.
     *
     * @throws IOException when the file cannot be written; an existing file is unchanged then
     */
    public static void write(Path file, Content content) throws IOException {
        writeWithoutFolderSync(file, content);
        syncFolder(file.toAbsolutePath().getParent());
    }

    /** Writes a file as {@link #write(Path, Content)} does. The caller syncs the folder, once for many files. */
    public static void writeWithoutFolderSync(Path file, Content content) throws IOException {
        Path temporary = temporary(file.toAbsolutePath().getParent());
        try {
            writeNew(temporary, content);
            rename(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Copies a file's content, and replaces an existing target. */
    public static void copy(Path source, Path target) throws IOException {
        write(target, out -> {
            try (InputStream in = Files.newInputStream(source)) {
                in.transferTo(out);
            }
        });
    }

    /** Renames a file or folder on the same file system, replaces an existing file, and syncs the target's folder. */
    public static void move(Path source, Path target) throws IOException {
        rename(source, target);
        syncFolder(target.toAbsolutePath().getParent());
    }

    /**
     * Opens a file that belongs to this process alone, for content that does not outlive it.
     *
     * @throws IOException when it exists or cannot be created
     */
    public static OutputStream scratch(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Returns an unused name for a temporary file. */
    public static Path temporary(Path folder) {
        return folder.resolve(TEMPORARY_PREFIX + UUID.randomUUID());
    }

    /** Forces a folder's entries to the disk; does nothing on Windows. */
    public static void syncFolder(Path folder) throws IOException {
        if (FOLDERS_CAN_BE_SYNCED) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Forces a file's content to the disk. */
    static void sync(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, FOLDERS_CAN_BE_SYNCED ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Creates a file with these attributes, writes it, and forces it to the disk. */
    static void writeNew(Path file, Content content, FileAttribute<?>... attributes) throws IOException {
        Files.createFile(file, attributes);
        writeTo(file, content);
    }

    /** Writes into an existing empty file, and forces it to the disk. */
    static void writeTo(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(new Unclosed(Channels.newOutputStream(channel)), BUFFER_BYTES);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    static void rename(Path source, Path target) throws IOException {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Stays open when an encrypting stream closes it: the channel must be forced to the disk before. */
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
