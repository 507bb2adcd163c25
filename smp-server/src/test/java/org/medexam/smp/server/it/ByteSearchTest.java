package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteSearchTest {

    @Test
    void findsWhatIsThereAndNothingElse(@TempDir Path folder) throws Exception {
        ByteSearch search = new ByteSearch();
        search.add("begin", bytes("planted words at the begin"));
        search.add("end", bytes("planted words at the end"));
        search.add("missing", bytes("planted words that are not there"));
        byte[] content = bytes("planted words at the begin planted words that are planted words at the end");
        Files.createDirectories(folder.resolve("deep"));
        Path file = Files.write(folder.resolve("deep/file"), content);

        assertThat(search.in(content)).containsExactly("begin", "end");
        assertThat(search.below(folder)).containsExactly("begin in " + file, "end in " + file);
        assertThat(search.in(bytes("short"))).isEmpty();
    }

    @Test
    void findsThePlantedWordsInADrawnPicture() {
        ByteSearch search = new ByteSearch();
        search.add("words", bytes("words that are planted"));

        assertThat(search.in(DrawnPicture.jpegSaying("words that are planted", 1)))
                .containsExactly("words", "words");
        assertThat(search.in(DrawnPicture.jpeg(1))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
