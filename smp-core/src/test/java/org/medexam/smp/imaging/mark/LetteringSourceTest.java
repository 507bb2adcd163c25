package org.medexam.smp.imaging.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class LetteringSourceTest {

    @Test
    void theResourcesMatchTheFont() throws Exception {
        try (InputStream text = Lettering.class.getResourceAsStream("lettering.txt");
                InputStream all = new GZIPInputStream(Lettering.class.getResourceAsStream("lettering-gb2312.txt.gz"))) {
            assertSame(text, LetteringSource.TEXT, 1);
            assertSame(all, LetteringSource.allCharacters(), LetteringSource.COARSE);
        }
    }

    private static void assertSame(InputStream resource, String characters, int grid) throws Exception {
        String held = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(held.equals(LetteringSource.generate(characters, grid)))
                .as("the resource is what LetteringSource makes")
                .isTrue();
    }
}
