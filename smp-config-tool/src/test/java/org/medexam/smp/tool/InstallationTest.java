package org.medexam.smp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    private static final String SAMPLE = "# sample\nsmp.district.code=\n";

    @TempDir
    Path folder;

    @BeforeEach
    void unpack() throws Exception {
        Files.createDirectories(folder.resolve("conf"));
        Files.writeString(folder.resolve("conf/smp.properties.sample"), SAMPLE);
        Files.writeString(folder.resolve("conf/smp.properties"), SAMPLE);
    }

    @Test
    void settingsComeBackAfterANewArchiveWasUnpackedOverThem() throws Exception {
        Installation installation = new Installation(folder);
        Path settings = installation.settingsFile(folder);
        assertThat(settings).hasContent(SAMPLE);

        Files.writeString(settings, "smp.district.code=62\n");
        installation.settingsFile(folder);
        Files.writeString(folder.resolve("conf/smp.properties.sample"), SAMPLE + "#smp.new=\n");
        Files.writeString(settings, SAMPLE + "#smp.new=\n");

        assertThat(installation.settingsFile(folder)).hasContent("smp.district.code=62\n");
    }

    @Test
    void anotherHomeGetsTheSampleAndWhatIsChangedThereStays(@TempDir Path home) throws Exception {
        Installation installation = new Installation(folder);
        Path settings = installation.settingsFile(home);
        assertThat(settings).hasContent(SAMPLE);

        Files.writeString(settings, "smp.district.code=63\n");
        assertThat(installation.settingsFile(home)).hasContent("smp.district.code=63\n");
        assertThat(home.resolve("conf/smp.properties.kept")).hasContent("smp.district.code=63\n");
    }
}
