package org.medexam.smp.core.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlKeyTest {

    @TempDir
    private Path home;

    @Test
    void theToolReadsWhatTheServerIssued() throws Exception {
        assertThat(ControlKey.read(home)).isEmpty();
        ControlKey issued = ControlKey.issue(home);
        ControlKey read = ControlKey.read(home).orElseThrow();

        assertThat(issued.opens(read.authorization())).isTrue();
        assertThat(read.authorization()).matches("SMP-Control [A-Za-z0-9_-]{43}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ControlKey.file(home))))
                .isEqualTo("rw-------");
    }

    @Test
    void eachStartHasItsOwn() throws Exception {
        ControlKey before = ControlKey.issue(home);
        ControlKey now = ControlKey.issue(home);

        assertThat(now.opens(before.authorization())).isFalse();
        assertThat(now.opens(ControlKey.read(home).orElseThrow().authorization()))
                .isTrue();
    }

    @Test
    void nothingElseOpens() {
        ControlKey key = ControlKey.random();
        assertThat(key.opens(null)).isFalse();
        assertThat(key.opens("")).isFalse();
        assertThat(key.opens("SMP-Control ")).isFalse();
        assertThat(key.opens(key.authorization().substring("SMP-Control ".length())))
                .isFalse();
        assertThat(key.opens(key.authorization() + "x")).isFalse();
        assertThat(key).hasToString("***");
    }
}
