package org.medexam.smp.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTextTest {

    private static final String FILE = """
            # 考区 / district
            smp.district.code = 62
            other.key=left alone
            #smp.http.port=8001
            """;

    @TempDir
    Path folder;

    @Test
    void changesNothingButTheLineOfTheSetting() {
        assertThat(SettingsText.of(FILE).with(SettingKey.DISTRICT_CODE, "63"))
                .hasToString(FILE.replace("smp.district.code = 62", "smp.district.code=63"));
    }

    @Test
    void usesTheRemarkThatShowsHowToSetIt() {
        assertThat(SettingsText.of(FILE).with(SettingKey.HTTP_PORT, "9001"))
                .hasToString(FILE.replace("#smp.http.port=8001", "smp.http.port=9001"));
    }

    @Test
    void addsALineWhereThereIsNone() {
        assertThat(SettingsText.of(FILE).with(SettingKey.DB_NAME, "EP")).hasToString(FILE + "smp.db.name=EP\n");
        assertThat(SettingsText.of("a=b").with(SettingKey.DB_NAME, "EP")).hasToString("a=b\nsmp.db.name=EP");
        assertThat(SettingsText.of("").with(SettingKey.DB_NAME, "EP")).hasToString("smp.db.name=EP\n");
    }

    @Test
    void takesASettingAwayAndLeavesOneAloneThatIsNotThere() {
        SettingsText without = SettingsText.of(FILE).with(SettingKey.DISTRICT_CODE, "");

        assertThat(without.value(SettingKey.DISTRICT_CODE)).isEmpty();
        assertThat(without.with(SettingKey.HTTP_PORT, "")).isSameAs(without);
    }

    @Test
    void leavesOneOfTwoLinesForTheSameSetting() {
        SettingsText twice = SettingsText.of("smp.db.name=A\nx=y\nsmp.db.name=B\n");

        assertThat(twice.with(SettingKey.DB_NAME, "C")).hasToString("smp.db.name=C\nx=y\n#smp.db.name=B\n");
    }

    @Test
    void keepsTheLineEndsOfWindows() {
        assertThat(SettingsText.of("a=b\r\nsmp.db.name=A\r\n").with(SettingKey.DB_NAME, "EP"))
                .hasToString("a=b\r\nsmp.db.name=EP\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D:\\Program\\SMP\\",
                "D:\\图片\\考生",
                "\\\\server\\share\\影像",
                "\\\\server",
                "\\#x",
                "a\\u4e00b",
                "C:\\\\double",
                "jdbc:sqlserver://db:1433;databaseName=EP;encrypt=true",
                "with space = and # and !",
                "白银考区"
            })
    void readsBackWhatItWrote(String value) {
        SettingsText written = SettingsText.of(FILE).with(SettingKey.STORAGE_PATH, value);

        assertThat(SettingsText.of(written.toString()).value(SettingKey.STORAGE_PATH))
                .isEqualTo(value);
    }

    @Test
    void aValueNeverBecomesASecondLine() {
        SettingsText written = SettingsText.of("").with(SettingKey.DISTRICT_NAME, "白银\nsmp.http.port=1");

        assertThat(written.value(SettingKey.DISTRICT_NAME)).isEqualTo("白银 smp.http.port=1");
        assertThat(written.value(SettingKey.HTTP_PORT)).isEmpty();
    }

    @Test
    void readsWhatTheEditorOfAChineseWindowsWrote() throws Exception {
        Path file = folder.resolve("smp.properties");
        Files.write(file, "smp.district.name=白银考区\r\n".getBytes(Charset.forName("GBK")));

        assertThat(SettingsText.read(file).value(SettingKey.DISTRICT_NAME)).isEqualTo("白银考区");
    }
}
