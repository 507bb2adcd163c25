package org.medexam.smp.tool.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.setup.DatabaseCreation;
import org.medexam.smp.tool.setup.Keepers;

class KeeperPageTest {

    private static final ToolMessages TEXTS = ToolMessages.of(Locale.SIMPLIFIED_CHINESE);

    @TempDir
    Path folder;

    private MadeUpHome home;
    private DatabaseAddress database;

    @BeforeEach
    void unpack() throws Exception {
        home = MadeUpHome.in(folder).withSettings(Map.of());
        database = DatabaseAddress.embedded(home.path().resolve("data"));
    }

    @Test
    void makesTheFirstKeeper() {
        new DatabaseCreation(TEXTS).create(database, (sentence, left) -> {});
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.marks("database", Mark.DONE);
            window.step("keeper").marks("keeper", Mark.TO_DO);
            window.frame.button("keeper.create").requireDisabled();
            window.type("keeper-name", " ").faults("keeper-name.note", "首尾不能是空格");
            window.type("keeper-name", "keeper1").says("keeper-name.note", "登录时使用");
            window.paste("keeper-display-name", "字".repeat(81)).faults("keeper-display-name.note", "1 至 80");
            window.paste("keeper-display-name", "张三").says("keeper-display-name.note", "同事");
            window.type("keeper-password", "short").faults("keeper-password.note", "至少 10 个字符");
            window.type("keeper-password", "keeper1-again").faults("keeper-password.note", "不能包含账号");
            window.type("keeper-password", "1111111111").faults("keeper-password.note", "不同的字符");
            window.type("keeper-password", "plain words 26").says("keeper-password.note", "不含账号");
            window.type("keeper-again", "plain words 27").faults("keeper-again.note", "不一样");
            window.frame.button("keeper.create").requireDisabled();
            window.type("keeper-again", "plain words 26").says("keeper-again.note", "相同");

            window.click("keeper.create");
            window.says("keeper.note", "账号 keeper1 已建立");
            window.marks("keeper", Mark.DONE);
            window.frame.textBox("keeper-password").requireText("");
            window.frame.textBox("keeper-again").requireText("");
            assertThat(keepers().names()).containsExactly("keeper1");
        }
    }

    @Test
    void asksBeforeItSetsAnotherPasswordForAKeeperThatIsThere() {
        new DatabaseCreation(TEXTS).create(database, (sentence, left) -> {});
        keepers().create("keeper1", "张三", "plain words 26".toCharArray(), false);
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("keeper").says("keeper.note", "已有账号专管员：keeper1");
            window.type("keeper-name", "keeper1").paste("keeper-display-name", "张三");
            window.type("keeper-password", "other words 26").type("keeper-again", "other words 26");
            window.click("keeper.create");
            window.frame.optionPane().requireMessage("账号 keeper1 已存在。要为它重设密码吗？");
            window.frame.optionPane().noButton().click();
            window.says("keeper.note", "已有账号专管员：keeper1");
            window.click("keeper.create");
            window.frame.optionPane().yesButton().click();
            window.says("keeper.note", "账号 keeper1 已建立");
        }
    }

    @Test
    void sendsBackToTheDatabaseWhereThereIsNone() {
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("keeper").says("keeper.note", "请先在“数据库”中创建数据库");
            window.frame.button("keeper.create").requireDisabled();
        }
    }

    private Keepers keepers() {
        return new Keepers(TEXTS, database, InstantSource.system());
    }
}
