package org.medexam.smp.core.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LetteringSourceTest {

    @Test
    void theResourceIsWhatTheFontGives() throws Exception {
        try (InputStream in = Lettering.class.getResourceAsStream("lettering.txt")) {
            String resource = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(resource).isEqualTo(LetteringSource.generate());
        }
    }
}
