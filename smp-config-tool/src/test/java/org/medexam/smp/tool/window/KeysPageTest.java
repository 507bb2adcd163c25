package org.medexam.smp.tool.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysPageTest {

    @TempDir
    Path folder;

    private MadeUpHome home;

    @BeforeEach
    void unpack() throws Exception {
        home = MadeUpHome.in(folder);
    }

    @Test
    void showsTheKeysOfAChosenFileAndKeepsACopy() throws Exception {
        Path sp = MadeUpHome.writeKeys(folder.resolve("from-sp.json"), "sp-2026");
        Path mp = MadeUpHome.writeKeys(folder.resolve("from-mp.json"), "mp-2026");
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("keys").marks("keys", Mark.TO_DO);
            choose(window, "sp-keys", sp);
            window.says("sp-keys.note", "1 把公钥可用");
            choose(window, "mp-keys", mp);
            window.says("mp-keys.note", "1 把公钥可用");

            String[] row = window.frame.table("sp-keys.table").contents()[0];
            assertThat(row[0]).isEqualTo("sp-2026");
            assertThat(row[1]).isEqualTo("ES256");
            assertThat(row[2]).hasSize(43);
            window.frame.textBox("sp-keys").requireText("conf/sp.jwks.json");
            assertThat(home.path().resolve("conf/sp.jwks.json")).hasSameTextualContentAs(sp);
            assertThat(home.path().resolve("conf/mp.jwks.json")).hasSameTextualContentAs(mp);
            window.marks("keys", Mark.DONE);
        }
    }

    @Test
    void aFileThatIsNoKeySetIsNotTaken() throws Exception {
        home.withSettings(Map.of());
        Path wrong = Files.writeString(folder.resolve("certificate.json"), "{\"kty\":\"EC\"}");
        String before = Files.readString(home.path().resolve("conf/mp.jwks.json"));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("keys").says("mp-keys.note", "1 把公钥可用");
            choose(window, "mp-keys", wrong);
            window.faults("mp-keys.note", "不是 JWK 集");
            assertThat(home.path().resolve("conf/mp.jwks.json")).hasContent(before);
        }
    }

    @Test
    void aNameThatIsTypedIsLookedAt() throws Exception {
        home.withSettings(Map.of());
        MadeUpHome.writeKeys(home.path().resolve("conf/others.json"), "sp-others");
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("keys").says("sp-keys.note", "1 把公钥可用");
            window.type("sp-keys", "conf/nothing.json").faults("sp-keys.note", "不存在或无法读取");
            window.marks("keys", Mark.FAULTY);
            window.paste("sp-keys", "conf/others.json");
            window.eventually(
                    "its key",
                    () -> assertThat(Stream.of(
                                            window.frame.table("sp-keys.table").contents())
                                    .map(row -> row[0]))
                            .contains("sp-others"));
            window.paste("mp-keys", "").faults("mp-keys.note", "必须填写");
        }
    }

    private static void choose(OpenWindow window, String row, Path file) {
        window.click(row + ".choose");
        window.answer(file);
    }
}
