package org.medexam.smp.core.cataloguefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MaterialMatrixTest {

    /** The page of the documentation; {@code target/material-matrix.md} is what it should say. */
    @Test
    void thePageSaysWhatTheFilesSay() throws IOException {
        String generated = MaterialMatrix.markdown(
                Stream.of("baiyin-2021", "weihai-2020", "hunan-2021", "unnamed-2022", "shijiazhuang-2022")
                        .map(BuiltIn::profile)
                        .toList());
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("material-matrix.md"), generated);

        assertThat(Path.of("..", "docs", "material-matrix.md"))
                .as("copy smp-core/target/material-matrix.md there")
                .hasContent(generated);
    }
}
