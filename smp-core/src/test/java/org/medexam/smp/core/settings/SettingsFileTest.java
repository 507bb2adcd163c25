package org.medexam.smp.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    @TempDir
    Path folder;

    private final List<SettingsFault> faults = new ArrayList<>();

    private Map<String, String> read(byte[] content) throws Exception {
        Path file = folder.resolve("smp.properties");
        Files.write(file, content);
        return SettingsFile.read(file, faults);
    }

    @Test
    void takesLinesAsPeopleTypeThem() throws Exception {
        String text = """
                \uFEFFa=1\r
                # comment = no
                ! neither : this

                \u3000 b : two words\u3000
                c=
                d=http://x:1/=y
                e=C:\\a\\
                """;

        assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        entry("a", "1"), entry("b", "two words"), entry("d", "http://x:1/=y"), entry("e", "C:\\a\\"));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D:\\Program\\SMP\\影像",
                "\\\\server\\share\\x",
                "https://smp.example.cn:8443",
                "a=b#c!d",
                "conf/sp.jwks.json",
                "2021-01-15T09:00:00+08:00"
            })
    void takesWhatAProgramStored(String value) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("k", value);
        Path file = folder.resolve("smp.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, "样例");
        }

        assertThat(SettingsFile.read(file, faults)).containsExactly(entry("k", value));
    }

    @Test
    void namesLinesThatAreNone() throws Exception {
        assertThat(read("a=1\nnonsense\n=2\na=3\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(entry("a", "1"));
        assertThat(faults)
                .extracting(SettingsFault::key, SettingsFault::english)
                .containsExactly(
                        tuple("smp.properties", "line 2 is not of the form key=value"),
                        tuple("smp.properties", "line 3 is not of the form key=value"),
                        tuple("a", "given twice, in line 1 and in line 4; keep one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-16"})
    void saysWhenTheFileIsInAnotherEncoding(String charset) throws Exception {
        assertThat(read("smp.district.name=样例考区".getBytes(Charset.forName(charset))))
                .isEmpty();
        assertThat(faults)
                .extracting(SettingsFault::english)
                .containsExactly("the file is not UTF-8, save it as UTF-8 in the editor");
    }

    @Test
    void aFileThatIsNotThereIsTheOnlyFault() {
        Path file = folder.resolve("conf/smp.properties");

        assertThat(catchThrowableOfType(SettingsRefused.class, () -> SmpSettings.read(file))
                        .faults())
                .extracting(SettingsFault::english)
                .containsExactly("there is no such file");
        assertThat(catchThrowableOfType(SettingsRefused.class, () -> SmpSettings.read(folder))
                        .faults())
                .extracting(SettingsFault::english)
                .containsExactly("the file cannot be read, check its access rights");
    }
}
