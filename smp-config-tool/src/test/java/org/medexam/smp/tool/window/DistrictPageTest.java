package org.medexam.smp.tool.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictPageTest {

    @TempDir
    Path folder;

    @Test
    void takesCodeNameAndOneOfTheFiveCatalogues() throws Exception {
        MadeUpHome home = MadeUpHome.in(folder);
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("district").marks("district", Mark.TO_DO);
            window.type("district-code", "gansu").faults("district-code.note", "不是考区代码");
            window.marks("district", Mark.FAULTY);
            window.type("district-code", "62").says("district-code.note", "与 SP、MP 中一致");
            window.paste("district-name", "甘".repeat(61)).faults("district-name.note", "不能超过 60 个字");
            window.paste("district-name", "").faults("district-name.note", "必须填写");
            window.paste("district-name", "甘肃考区").says("district-name.note", "回执");
            window.eventually(
                    "the catalogues",
                    () -> assertThat(window.frame.comboBox("catalogue").contents())
                            .hasSize(5)
                            .anyMatch(name -> name.startsWith("甘肃白银 2021")));
            assertThat(window.text("catalogue.note")).as("none was chosen yet").contains("新报名的考生");
            window.frame.comboBox("catalogue").selectItem(Pattern.compile("甘肃白银 2021.*"));
            window.marks("district", Mark.DONE);
            window.click("save");
            window.says("saved.note", "已保存");
            assertThat(Files.readString(home.settings()))
                    .contains("smp.district.code=62")
                    .contains("smp.district.name=甘肃考区")
                    .contains("smp.catalogue=baiyin-2021");
        }
    }

    @Test
    void offersTheDistrictsOwnCatalogueOrSaysWhatIsWrongWithIt() throws Exception {
        MadeUpHome home = MadeUpHome.in(folder);
        Path own = Files.createDirectories(home.path().resolve("conf/catalogues"));
        Files.writeString(own.resolve("ours.yaml"), "id: [\n");
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("district").faults("catalogue.note", "ours.yaml");
        }
    }
}
