package org.medexam.smp.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void isMadeOnceForItsOwnerAlone() throws Exception {
        Path file = folder.resolve("stamp.key");
        byte[] key = KeyFile.foundOrMade(file);

        assertThat(key).hasSize(32).isNotEqualTo(KeyFile.foundOrMade(folder.resolve("other.key")));
        assertThat(KeyFile.foundOrMade(file)).isEqualTo(key);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void saysWhatToDoAboutOneThatIsDamaged() throws Exception {
        Path file = folder.resolve("stamp.key");
        for (String content : new String[] {"", "abc", "0".repeat(63), "g".repeat(64), "0".repeat(66)}) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> KeyFile.foundOrMade(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("restore it from a backup")
                    .hasMessageNotContaining("abc");
        }
    }

    @Test
    void saysWhereItCannotBeMade() {
        Path file = folder.resolve("none/stamp.key");
        assertThatThrownBy(() -> KeyFile.foundOrMade(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }
}
