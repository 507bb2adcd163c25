package org.medexam.smp.tool.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.GenericTypeMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.schema.AccountTable;
import org.medexam.smp.core.schema.AccountTable.Role;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.settings.SmpSettings;

class MainWindowTest {

    @TempDir
    Path folder;

    private MadeUpHome home;

    @BeforeEach
    void unpack() throws Exception {
        home = MadeUpHome.in(folder);
    }

    /** As the manual leads, from a folder just unpacked to an account that can sign in; and no other way in between. */
    @Test
    void theWholeWayFromAnEmptyHome() throws Exception {
        Path sp = MadeUpHome.writeKeys(folder.resolve("sp.json"), "sp-2026");
        Path mp = MadeUpHome.writeKeys(folder.resolve("mp.json"), "mp-2026");
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.says("next", "下一步：1 基本配置");
            window.paste("storage-path", folder.resolve("pictures").toString());
            window.choose("database-kind.embedded").click("save");
            window.says("saved.note", "已保存");
            window.marks("basics", Mark.DONE);

            window.says("next", "下一步：2 数据库");
            window.goesOnTo("database").click("create-database");
            window.marks("database", Mark.DONE);

            window.says("next", "下一步：3 公钥");
            window.goesOnTo("keys").click("sp-keys.choose");
            window.answer(sp);
            window.says("sp-keys.note", "可用");
            window.click("mp-keys.choose");
            window.answer(mp);
            window.marks("keys", Mark.DONE);

            window.says("next", "下一步：4 网址与证书");
            window.goesOnTo("address");
            window.paste("public-url", "https://smp.example.cn");
            window.choose("certificate.proxy");
            window.paste("proxy-trusted", "127.0.0.1");
            window.marks("address", Mark.DONE);

            window.says("next", "下一步：5 考区");
            window.goesOnTo("district");
            window.paste("district-code", "62").paste("district-name", "甘肃考区");
            window.eventually(
                    "the catalogues",
                    () -> assertThat(window.frame.comboBox("catalogue").contents())
                            .hasSize(5));
            window.frame.comboBox("catalogue").selectItem(0);
            window.marks("district", Mark.DONE);
            window.click("save");
            window.says("saved.note", "已保存");

            window.says("next", "下一步：6 账号专管员");
            window.goesOnTo("keeper");
            window.paste("keeper-name", "keeper1").paste("keeper-display-name", "张三");
            window.paste("keeper-password", "plain words 26").paste("keeper-again", "plain words 26");
            window.click("keeper.create");
            window.marks("keeper", Mark.DONE);
            window.says("next", "下一步：7 备份");
        }
        SmpSettings settings = SmpSettings.read(home.settings());
        assertThat(settings.district().name()).isEqualTo("甘肃考区");
        assertThat(settings.storage().path()).isEqualTo(folder.resolve("pictures"));
        assertThat(new AccountTable(DatabaseAddress.of(settings.database())).names(Role.KEEPER))
                .containsExactly("keeper1");
    }

    @Test
    void showsWhatIsNotSavedAndTakesItBackWithTheChange() throws Exception {
        home.withSettings(Map.of());
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("district");
            assertThat(window.text("unsaved")).isEmpty();
            window.paste("district-code", "63").says("unsaved", "有未保存的更改");
            window.eventually(
                    "the title",
                    () -> assertThat(
                                    window.onWindow(() -> window.frame.target()).getName())
                            .isEqualTo("main"));
            window.frame.requireTitle("* 线上资格审核辅助子系统配置工具");
            window.paste("district-code", "62").saysNot("unsaved", "有");
            window.frame.requireTitle("线上资格审核辅助子系统配置工具");
        }
    }

    @Test
    void asksAtClosingAndSavesDropsOrStays() throws Exception {
        home.withSettings(Map.of());
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("district").paste("district-code", "63").says("unsaved", "未保存");
            window.frame.close();
            window.frame.optionPane().requireMessage("有未保存的更改，关闭前要保存吗？");
            press(window, "取消");
            window.frame.requireVisible();

            window.frame.close();
            press(window, "保存并关闭");
            window.eventually(
                    "the end",
                    () -> assertThat(window.frame.target().isDisplayable()).isFalse());
            assertThat(Files.readString(home.settings())).contains("smp.district.code=63");
        }
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("district").paste("district-code", "64").says("unsaved", "未保存");
            window.frame.close();
            press(window, "不保存");
            window.eventually(
                    "the end",
                    () -> assertThat(window.frame.target().isDisplayable()).isFalse());
            assertThat(Files.readString(home.settings())).contains("smp.district.code=63");
        }
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.marks("district", Mark.DONE);
            window.frame.close();
            window.eventually(
                    "the end without a question",
                    () -> assertThat(window.frame.target().isDisplayable()).isFalse());
        }
    }

    private static void press(OpenWindow window, String text) {
        window.frame
                .optionPane()
                .button(new GenericTypeMatcher<>(JButton.class, true) {
                    @Override
                    protected boolean isMatching(JButton button) {
                        return text.equals(button.getText());
                    }
                })
                .click();
    }

    @Test
    void savesNothingThatIsWronglyWrittenAndLeadsThere() throws Exception {
        home.withSettings(Map.of());
        String before = Files.readString(home.settings());
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("district").paste("district-code", "six").marks("district", Mark.FAULTY);
            window.step("basics").click("save");
            window.says("saved.note", "请先改正“考区”");
            window.frame.textBox("district-code").requireVisible();
            assertThat(home.settings()).hasContent(before);
        }
    }

    @Test
    void saysWhatToDoWhenTheFileCannotBeWritten() throws Exception {
        home.withSettings(Map.of());
        // a folder where the copy of the old file goes: even an administrator cannot overwrite it
        Files.createDirectories(home.path().resolve("conf/smp.properties.bak/x"));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("district").paste("district-code", "63").says("unsaved", "未保存");
            window.click("save");
            window.says("saved.note", "没有保存到");
            window.says("saved.note", "管理员");
            window.says("unsaved", "未保存");
        }
    }

    @Test
    void answersWhileADatabaseThatNeverAnswersIsAsked() throws Exception {
        List<Socket> heard = new ArrayList<>();
        CountDownLatch asked = new CountDownLatch(1);
        try (ServerSocket silent = new ServerSocket(0)) {
            Thread listener = new Thread(() -> {
                try {
                    while (true) {
                        heard.add(silent.accept());
                        asked.countDown();
                    }
                } catch (IOException closed) {
                    return;
                }
            });
            listener.setDaemon(true);
            listener.start();
            home.withSettings(Map.of(
                    "smp.db.server", "127.0.0.1",
                    "smp.db.port", String.valueOf(silent.getLocalPort()),
                    "smp.db.user", "smp",
                    "smp.db.password-file", "conf/db.password"));
            Files.writeString(home.path().resolve("conf/db.password"), "made-up\n");
            try (OpenWindow window = OpenWindow.chinese(home)) {
                assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
                window.says("connection.note", "正在连接");
                window.step("database");
                long longest = 0;
                for (int i = 0; i < 40; i++) {
                    if (i % 10 == 0) {
                        window.paste("db-user", "smp" + i);
                    }
                    long begun = System.nanoTime();
                    SwingUtilities.invokeAndWait(() -> {});
                    longest = Math.max(longest, System.nanoTime() - begun);
                }
                assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofMillis(200));
                window.faults("check-database.note", "请在 SQL Server 配置管理器");
            }
        } finally {
            for (Socket socket : heard) {
                socket.close();
            }
        }
    }

    @Test
    void isWorkedByKeysAlone() throws Exception {
        home.withSettings(Map.of());
        try (OpenWindow window = OpenWindow.chinese(home)) {
            chord(window, KeyEvent.VK_CONTROL, KeyEvent.VK_5);
            window.eventually(
                    "Ctrl 5",
                    () -> assertThat(window.onWindow(
                                    () -> window.frame.list("steps").target().getSelectedIndex()))
                            .isEqualTo(4));
            chord(window, KeyEvent.VK_ALT, KeyEvent.VK_C);
            window.eventually(
                    "Alt C", () -> window.frame.textBox("district-code").requireFocused());
            window.frame.textBox("district-code").pressAndReleaseKeys(KeyEvent.VK_TAB);
            window.eventually("Tab", () -> window.frame.textBox("district-name").requireFocused());
            window.frame.textBox("district-name").enterText("2");
            window.says("unsaved", "未保存");
            window.frame.textBox("district-name").pressAndReleaseKeys(KeyEvent.VK_ENTER);
            window.says("saved.note", "已保存");
            assertThat(Files.readString(home.settings())).contains("smp.district.name=2");
        }
    }

    private static void chord(OpenWindow window, int held, int key) {
        window.robot.pressKey(held);
        window.robot.pressAndReleaseKey(key);
        window.robot.releaseKey(held);
    }

    @Test
    void speaksEnglishToo() throws Exception {
        home.withSettings(Map.of("smp.district.code", "six"));
        try (OpenWindow window = OpenWindow.of(Locale.ENGLISH, home.path())) {
            window.frame.requireTitle("SMP Configuration Tool");
            window.step("district").faults("district-code.note", "is not a district code");
            window.says("next", "Next: 2 Database");
        }
    }
}
