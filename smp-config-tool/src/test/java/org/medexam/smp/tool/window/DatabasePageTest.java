package org.medexam.smp.tool.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.schema.DatabaseAddress;

class DatabasePageTest {

    @TempDir
    Path folder;

    @Test
    void createsTheDatabaseAndShowsEveryTableWithItsRows() throws Exception {
        MadeUpHome home = MadeUpHome.in(folder).withSettings(Map.of());
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("database");
            window.says("check-database.note", "数据库还没有建立");
            window.marks("database", Mark.TO_DO);
            assertThat(window.text("database.address")).contains("内置数据库");

            window.click("create-database");
            window.says("create-database.note", "数据库创建完成");
            window.marks("database", Mark.DONE);
            window.says("database.schema", "数据库版本");
            assertThat(rows(window))
                    .contains(List.of("account", "0"), List.of("picture", "0"), List.of("change_counter", "1"))
                    .extracting(row -> row.get(0))
                    .containsExactlyInAnyOrderElementsOf(tablesOfTheSchema());

            window.click("create-database");
            window.says("create-database.note", "数据库创建完成");
        }
    }

    private static List<String> tablesOfTheSchema() throws IOException {
        List<String> tables = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("../sql"))) {
            for (Path file : files.toList()) {
                Pattern.compile("CREATE TABLE (\\w+)")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(table -> tables.add(table.group(1)));
            }
        }
        return tables;
    }

    @Test
    void checksAgainWhenAsked() throws Exception {
        MadeUpHome home = MadeUpHome.in(folder).withSettings(Map.of());
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("database").click("create-database");
            window.marks("database", Mark.DONE);
            execute(home, "DROP TABLE used_ticket");
            window.click("check-database");
            window.faults("check-database.note", "used_ticket");
            window.eventually("the missing one", () -> assertThat(rows(window)).contains(List.of("used_ticket", "缺失")));
        }
    }

    @Test
    void aFailureSaysWhatToDo() throws Exception {
        MadeUpHome home = MadeUpHome.in(folder)
                .withSettings(Map.of(
                        "smp.db.server", "127.0.0.1",
                        "smp.db.port", "1",
                        "smp.db.user", "smp",
                        "smp.db.password-file", "conf/db.password"));
        Files.writeString(home.path().resolve("conf/db.password"), "made-up\n");
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.faults("connection.note", "没有应答");
            window.marks("basics", Mark.FAULTY);
            window.step("database").click("create-database");
            window.faults("create-database.note", "防火墙");
            window.marks("database", Mark.FAULTY);
        }
    }

    @Test
    void asksNobodyWhileTheAddressIsNotComplete() throws Exception {
        try (OpenWindow window = OpenWindow.chinese(MadeUpHome.in(folder))) {
            window.step("database");
            window.says("check-database.note", "请先在“基本配置”中");
            window.frame.button("create-database").requireDisabled();
            window.frame.button("check-database").requireDisabled();
        }
    }

    private static List<List<String>> rows(OpenWindow window) {
        return Stream.of(window.frame.table("tables").contents()).map(List::of).toList();
    }

    private static void execute(MadeUpHome home, String statement) throws Exception {
        DatabaseAddress database = DatabaseAddress.embedded(home.path().resolve("data"));
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statements = connection.createStatement()) {
            statements.execute(statement);
        }
    }
}
