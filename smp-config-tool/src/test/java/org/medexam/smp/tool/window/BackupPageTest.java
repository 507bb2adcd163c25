package org.medexam.smp.tool.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.backup.BackupKeys;

class BackupPageTest {

    @TempDir
    Path folder;

    private MadeUpHome home;

    @BeforeEach
    void unpack() throws Exception {
        home = MadeUpHome.in(folder).withSettings(Map.of());
    }

    @Test
    void takesFolderTimeAndNumber() throws Exception {
        Path backups = Files.createDirectories(folder.resolve("backups"));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("backup").marks("backup", Mark.TO_DO);
            window.paste("backup-path", "pictures/backups").faults("backup-path.note", "图片文件存储路径");
            window.click("backup-path.browse");
            window.answer(backups);
            window.saysNot("backup-path.note", "图片文件存储路径");
            window.paste("backup-at", "25:00").faults("backup-at.note", "25:00");
            window.paste("backup-at", "03:30").says("backup-at.note", "默认 02:00");
            window.paste("backup-keep", "0").faults("backup-keep.note", "整数");
            window.paste("backup-keep", "30").says("backup-keep.note", "默认 14 份");
            window.click("save");
            window.says("saved.note", "已保存");
            assertThat(Files.readString(home.settings()))
                    .contains("smp.backup.at=03:30")
                    .contains("smp.backup.keep=30");
        }
    }

    @Test
    void exportsTheKeyAndReadsItBack() throws Exception {
        Path stick = Files.createDirectories(folder.resolve("stick"));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("backup").says("backup-key.note", "密钥还没有导出");
            window.says("backup-last.note", "还没有备份过");
            window.click("backup.export");
            window.answer(home.path().resolve("x.key"));
            window.faults("backup-key.note", "不能导出到");
            window.click("backup.export");
            window.answer(stick.resolve("smp.key"));
            window.says("backup-key.note", "并核对无误");
            assertThat(new BackupKeys(home.path()).exported()).isPresent();
            assertThat(BackupKeys.read(stick.resolve("smp.key")).recipient())
                    .isEqualTo(new BackupKeys(home.path()).exported().orElseThrow());
        }
    }

    @Test
    void makesOneAtOnceByWhatIsSaved() throws Exception {
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("backup").paste("backup-path", folder.resolve("backups").toString());
            window.click("backup.export");
            window.answer(Files.createDirectories(folder.resolve("stick")).resolve("smp.key"));
            window.says("backup-key.note", "并核对无误");
            window.frame.button("backup.now").requireDisabled();
            window.click("save").says("saved.note", "已保存");
            window.eventually(
                    "backup.now", () -> window.frame.button("backup.now").requireEnabled());
            window.click("backup.now").faults("backup-last.note", "还没有数据库");

            window.step("database").click("create-database").marks("database", Mark.DONE);
            window.step("backup").click("backup.now").says("backup-last.note", "备份成功，共 0 张图片");
            assertThat(folder.resolve("backups")).isNotEmptyDirectory();
        }
    }

    @Test
    void tellsHowTheLastOneWent() throws Exception {
        Files.createDirectories(home.path().resolve("data"));
        Files.writeString(home.path().resolve("data/backup-state.json"), """
                {"lastSuccess":{"at":"2026-01-05T18:00:00Z","snapshot":"20260105T180000Z-1a2b3c4d",
                 "folder":"/backups","pictures":1200,"newPictures":30,"bytes":4000000,"damaged":0}}""");
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("backup").says("backup-last.note", "备份成功，共 1200 张图片");
            Files.writeString(
                    home.path().resolve("data/backup-state.json"),
                    "{\"lastFailure\":{\"at\":\"2026-01-06T18:00:00Z\",\"reason\":\"folder-away\"}}");
            window.step("basics").step("backup").faults("backup-last.note", "没有成功");
            window.marks("backup", Mark.FAULTY);
        }
    }
}
