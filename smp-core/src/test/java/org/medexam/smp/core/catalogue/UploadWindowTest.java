package org.medexam.smp.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UploadWindowTest {

    @Test
    void aWindowIncludesItsFirstMomentAndNotItsEnd() {
        Instant opens = Instant.parse("2021-01-09T16:00:00Z");
        Instant closes = Instant.parse("2021-01-25T16:00:00Z");
        UploadWindow window = new UploadWindow(Optional.of(opens), Optional.of(closes));

        assertThat(window.isOpen(opens.minusMillis(1))).isFalse();
        assertThat(window.isOpen(opens)).isTrue();
        assertThat(window.isOpen(closes.minusMillis(1))).isTrue();
        assertThat(window.isOpen(closes)).isFalse();
        assertThat(UploadWindow.ALWAYS.isOpen(closes)).isTrue();
        assertThat(UploadWindow.ALWAYS
                        .overriddenBy(Optional.empty(), Optional.of(closes))
                        .isOpen(closes))
                .isFalse();
    }
}
