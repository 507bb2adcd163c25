package org.medexam.smp.tool.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.core.settings.SettingsFault;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.ticket.JwkPair;

class DraftTest {

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void makeHome() throws Exception {
        home = folder.resolve("线上资格审核 SMP");
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                home.resolve("conf/sp.jwks.json"), JwkPair.es256("sp-1").publicSet());
        Files.writeString(
                home.resolve("conf/mp.jwks.json"), JwkPair.es256("mp-1").publicSet());
    }

    @Test
    void beginsWithTheSampleWhereThereIsNoFile() {
        Draft draft = Draft.of(home);

        assertThat(draft.value(SettingKey.STORAGE_PATH)).isEqualTo("pictures");
        assertThat(draft.value(SettingKey.DB_SERVER)).isEmpty();
        assertThat(draft.changed()).isTrue();
        assertThat(draft.faults()).extracting(SettingsFault::key).contains("smp.district.code");
    }

    @Test
    void whatIsSavedIsWhatAServerReads() throws Exception {
        Draft draft = filledIn().with(SettingKey.STORAGE_PATH, "D:\\图片\\SMP\\");
        assertThat(draft.faults()).isEmpty();

        draft.save();

        SmpSettings settings = SmpSettings.read(draft.file());
        assertThat(settings.district().name()).isEqualTo("甘肃考区");
        assertThat(settings.storage().path().toString()).contains("D:\\图片\\SMP");
        assertThat(Files.readString(draft.file())).contains("# 考区代码").contains("smp.storage.path=D:\\图片\\SMP\\");
        assertThat(Draft.of(home).changed()).isFalse();
    }

    @Test
    void keepsRemarksOrderAndLinesOfOthersAndTheOldFile() throws Exception {
        String before = "# mine\nother=1\nsmp.district.code=62\n\n# end\n";
        Files.writeString(home.resolve("conf/smp.properties"), before);

        Draft.of(home).with(SettingKey.DISTRICT_CODE, "63").save();

        assertThat(home.resolve("conf/smp.properties")).hasContent(before.replace("62", "63"));
        assertThat(home.resolve("conf/smp.properties.bak")).hasContent(before);
        assertThat(home.resolve("conf/smp.properties.new")).doesNotExist();
    }

    @Test
    void knowsWhetherItDiffersFromTheDisk() throws Exception {
        filledIn().save();
        Draft saved = Draft.of(home);

        Draft other = saved.with(SettingKey.DISTRICT_NAME, "兰州考区");

        assertThat(saved.changed()).isFalse();
        assertThat(other.changed()).isTrue();
        assertThat(other.with(SettingKey.DISTRICT_NAME, " 甘肃考区 ").changed()).isFalse();
        assertThat(saved.value(SettingKey.DISTRICT_NAME)).isEqualTo("甘肃考区");
    }

    @Test
    void aPasswordThatIsNotInItsFileYetIsNoFault() throws Exception {
        Draft draft = filledIn().with(SettingKey.DB_SERVER, "localhost").with(SettingKey.DB_USER, "smp");
        assertThat(draft.hasSecret(SettingKey.DB_PASSWORD_FILE)).isFalse();
        assertThat(draft.faults()).extracting(SettingsFault::key).containsExactly("smp.db.password-file");

        Draft whole = draft.withSecret(SettingKey.DB_PASSWORD_FILE, new Secret("密码 ü;'\\"));

        assertThat(whole.faults()).isEmpty();
        assertThat(whole.hasSecret(SettingKey.DB_PASSWORD_FILE)).isTrue();
        assertThat(whole.database().password()).isEqualTo("密码 ü;'\\");
        assertThat(whole.database().kind()).isEqualTo(DatabaseAddress.Kind.SQL_SERVER);
        assertThat(home.resolve("conf/db.password")).doesNotExist();
        whole.save();
        assertThat(DatabaseAddress.of(SmpSettings.read(whole.file()).database()).password())
                .isEqualTo("密码 ü;'\\");
        assertThat(Files.readString(whole.file())).doesNotContain("密码 ü");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("conf/db.password"))))
                .isEqualTo("rw-------");
        assertThat(Draft.of(home).hasSecret(SettingKey.DB_PASSWORD_FILE)).isTrue();
    }

    @Test
    void anEmptyPasswordIsNone() {
        Draft draft = filledIn().withSecret(SettingKey.DB_PASSWORD_FILE, new Secret("x"));

        Draft without = draft.withSecret(SettingKey.DB_PASSWORD_FILE, new Secret(""));

        assertThat(without.hasSecret(SettingKey.DB_PASSWORD_FILE)).isFalse();
        assertThat(without.value(SettingKey.DB_PASSWORD_FILE)).isEmpty();
        assertThat(without.faults()).isEmpty();
    }

    @Test
    void mendsAFileThatIsNotUtf8() throws Exception {
        Path file = home.resolve("conf/smp.properties");
        Files.write(file, "smp.district.name=白银考区\n".getBytes(Charset.forName("GBK")));
        Draft draft = Draft.of(home);
        assertThat(draft.changed()).isTrue();

        draft.save();

        assertThat(Files.readString(file)).isEqualTo("smp.district.name=白银考区\n");
    }

    private Draft filledIn() {
        return Draft.of(home)
                .with(SettingKey.DISTRICT_CODE, "62")
                .with(SettingKey.DISTRICT_NAME, "甘肃考区")
                .with(SettingKey.CATALOGUE, "baiyin-2021")
                .with(SettingKey.PUBLIC_URL, "http://localhost:8001");
    }
}
