package org.medexam.smp.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void replacesTheContent() throws IOException {
        Path file = folder.resolve("file");
        AtomicFile.write(file, "old, and longer");
        AtomicFile.write(file, "new");
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void keepsTheOldContentWhenWritingFails() throws IOException {
        Path file = folder.resolve("file");
        AtomicFile.write(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void writesASecretForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("secret");
        PrivateFile.write(file, "first");
        PrivateFile.write(file, "秘密");
        assertThat(file).hasContent("秘密");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("secret");
    }

    @Test
    void appendsAndTruncates() throws IOException {
        Path file = folder.resolve("lines");
        AppendFile.append(file, List.of("一", "two"));
        long bytes = Files.size(file);
        AppendFile.append(file, List.of("three"));
        AppendFile.truncate(file, bytes);
        assertThat(file).hasContent("一\ntwo\n");
    }

    @Test
    void givesTheMutexToOne() throws IOException {
        Path file = folder.resolve("in-use");
        try (FileMutex held = FileMutex.tryAcquire(file).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(FileMutex.tryAcquire(file)).isEmpty();
        }
        try (FileMutex again = FileMutex.tryAcquire(file).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void digestsBytesAndFilesAlike() throws IOException {
        Path file = folder.resolve("abc");
        AtomicFile.write(file, "abc");
        // FIPS 180-4, example of one block
        assertThat(Sha256.of(file))
                .isEqualTo(Sha256.of("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
