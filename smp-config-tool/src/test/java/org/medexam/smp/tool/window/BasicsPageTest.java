package org.medexam.smp.tool.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BasicsPageTest {

    @TempDir
    Path folder;

    private MadeUpHome home;

    @BeforeEach
    void unpack() throws Exception {
        home = MadeUpHome.in(folder);
    }

    @Test
    void proposesWhatTheManualProposesAndAccusesNobodyOfWhatWasNotBegun() {
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.marks("basics", Mark.TO_DO);
            window.frame.textBox("db-server").requireText("localhost");
            window.frame.textBox("db-name").requireText("EP");
            window.frame.radioButton("database-kind.sql-server").requireSelected();
            window.frame.textBox("home").requireText(home.path().toString());
            window.says("home.note", "没有问题");
            assertThat(window.text("db-user.note")).contains("登录名");
            assertThat(window.text("connection.note")).contains("填写完整后");
        }
    }

    @Test
    void takesTheSampleThatWasUnpackedForNoSettings() throws Exception {
        Files.copy(Path.of("../install/src/main/SMP/conf/smp.properties"), home.settings());
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.frame.radioButton("database-kind.sql-server").requireSelected();
            window.frame.textBox("db-server").requireText("localhost");
            window.marks("basics", Mark.TO_DO);
            assertThat(window.text("unsaved")).isEmpty();
        }
    }

    @Test
    void saysWhatIsWrongWithEachFieldWhileItIsTyped() {
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.type("storage-path", "/srv/Inetpub/wwwroot/p").faults("storage-path.note", "Inetpub\\wwwroot");
            window.type("storage-path", home.settings().getParent() + "/db.password/x");
            window.type("storage-path", "").faults("storage-path.note", "必须填写");
            window.type("storage-path", "pictures").saysNot("storage-path.note", "必须填写");

            window.type("db-server", "db.example.cn,1433").faults("db-server.note", "实例名请写在 实例");
            window.type("db-server", "db.example.cn");
            window.type("db-port", "70000").faults("db-server.note", "“70000”不是 1 到 65535");
            window.type("db-port", "");
            window.type("db-instance", "SQL EXPRESS 2019").faults("db-server.note", "不是 SQL Server 实例名");
            window.type("db-instance", "").saysNot("db-server.note", "不是 SQL Server 实例名");
            window.type("db-name", "E;P").faults("db-name.note", "不能用作数据库名");
            window.type("db-name", "EP").says("db-name.note", "EP");
            window.type("db-user", "smp");
            window.type("db-user", "").faults("db-user.note", "填写了 数据库服务器地址 时必须填写");
            window.type("db-password", "secret");
            window.type("db-password", "").faults("db-password.note", "填写了 数据库服务器地址 时必须填写");
            window.marks("basics", Mark.TO_DO);
        }
    }

    @Test
    void looksAtTheFoldersThemselves() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("note.txt"), "");
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.paste("storage-path", notAFolder.toString()).faults("storage-path.note", "不是文件夹");
            window.marks("basics", Mark.FAULTY);
            window.paste("storage-path", folder.resolve("pictures").toString()).saysNot("storage-path.note", "不是文件夹");
            window.paste("home", folder.resolve("nowhere").toString()).faults("home.note", "不存在");
            window.paste("home", "").faults("home.note", "不是一个目录的路径");
        }
    }

    @Test
    void theEmbeddedDatabaseNeedsNoServerAndTheServerComesBackAsItWas() throws Exception {
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.type("db-user", "smp").type("db-port", "1444");
            window.choose("database-kind.embedded");
            for (String field : new String[] {"db-server", "db-port", "db-instance", "db-name", "db-user"}) {
                window.frame.textBox(field).requireDisabled();
            }
            window.frame.checkBox("db-encrypt").requireDisabled();
            window.frame.checkBox("db-trust").requireDisabled();
            window.says("connection.note", "数据库还没有建立");

            window.choose("database-kind.sql-server");
            window.frame.textBox("db-port").requireEnabled().requireText("1444");
            window.frame.checkBox("db-encrypt").requireSelected().uncheck();
            window.frame.checkBox("db-trust").requireNotSelected().check();
            window.type("db-password", "made-up-1").click("save");
            window.says("saved.note", "已保存");
            assertThat(Files.readString(home.settings()))
                    .contains("\nsmp.db.server=localhost\n")
                    .contains("\nsmp.db.port=1444\n")
                    .contains("\nsmp.db.user=smp\n")
                    .contains("\nsmp.db.encrypt=false\n")
                    .contains("\nsmp.db.trust-server-certificate=true\n")
                    .doesNotContain("made-up-1");
            assertThat(home.path().resolve("conf/db.password")).hasContent("made-up-1");
        }
    }

    @Test
    void aSavedPasswordIsNeverShownButSaidToBeThere() throws Exception {
        home.withSettings(
                Map.of("smp.db.server", "127.0.0.1", "smp.db.user", "smp", "smp.db.password-file", "conf/db.password"));
        Files.writeString(home.path().resolve("conf/db.password"), "made-up-2\n");
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.eventually(
                    "placeholder",
                    () -> assertThat(window.onWindow(() -> ((PasswordField)
                                            window.frame.textBox("db-password").target())
                                    .getClientProperty("JTextField.placeholderText")))
                            .isEqualTo("已保存，不再显示；不改就留空"));
            window.frame.textBox("db-password").requireText("");
            window.type("db-user", "smp2").click("save");
            window.says("saved.note", "已保存");
            assertThat(home.path().resolve("conf/db.password")).hasContent("made-up-2");
        }
    }

    @Test
    void opensTheSettingsOfAnotherHomeAndAsksBeforeItDropsWhatWasTyped() throws Exception {
        MadeUpHome other = MadeUpHome.in(Files.createDirectories(folder.resolve("another")))
                .withSettings(Map.of("smp.storage.path", "kept-here"));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.type("db-user", "typed");
            window.says("unsaved", "未保存");
            window.paste("home", other.path().toString());
            window.enter("home");
            window.frame.optionPane().requireMessage("有未保存的更改。不保存，改为打开 " + other.path() + " 的设置吗？");
            window.frame.optionPane().noButton().click();
            window.frame.textBox("home").requireText(home.path().toString());
            window.frame.textBox("db-user").requireText("typed");

            window.paste("home", other.path().toString());
            window.enter("home");
            window.frame.optionPane().yesButton().click();
            window.eventually(
                    "the other's settings",
                    () -> window.frame.textBox("storage-path").requireText("kept-here"));
            window.frame.radioButton("database-kind.embedded").requireSelected();
            window.marks("district", Mark.DONE);
        }
    }

    @Test
    void choosesFoldersInADialog() throws Exception {
        MadeUpHome other = MadeUpHome.in(Files.createDirectories(folder.resolve("another")))
                .withSettings(Map.of());
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.click("home.browse");
            window.answer(other.path());
            window.eventually(
                    "the other's settings",
                    () -> window.frame.radioButton("database-kind.embedded").requireSelected());
            window.click("storage-path.browse");
            window.answer(pictures);
            window.frame.textBox("storage-path").requireText(pictures.toString());
        }
    }

    @Test
    void tellsFaultsOfTheFileThatHaveNoFieldHere() throws Exception {
        home.withSettings(Map.of("smp.image.max-bytes", "many"));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.faults("settings-file.note", "smp.image.max-bytes");
            window.marks("basics", Mark.FAULTY);
        }
    }
}
