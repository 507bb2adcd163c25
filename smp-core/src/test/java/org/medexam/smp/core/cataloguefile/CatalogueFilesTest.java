package org.medexam.smp.core.cataloguefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.NoticeTexts;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.catalogue.UploadWindow;

class CatalogueFilesTest {

    private static final CatalogueFiles FILES = new CatalogueFiles(BuiltIn.SHANGHAI);

    @Test
    void theFiveNoticesComeBuiltIn() {
        assertThat(BuiltIn.catalogue().ids())
                .containsExactly("baiyin-2021", "hunan-2021", "shijiazhuang-2022", "unnamed-2022", "weihai-2020");
        assertThat(BuiltIn.catalogue().profile("baiyin-2020")).isEmpty();
        assertThat(CatalogueFiles.builtInFile("../baiyin-2021")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"baiyin-2021", "weihai-2020", "hunan-2021", "unnamed-2022", "shijiazhuang-2022"})
    void everyRuleHasItsSentenceAndPlace(String id) {
        Profile profile = BuiltIn.profile(id);

        assertThat(profile.rules().allDemands()).hasSizeGreaterThan(10).allSatisfy(demand -> {
            assertThat(demand.clause().source().place()).isNotBlank();
            assertThat(demand.clause().source().sentence()).isNotBlank();
            assertThat(demand.clause().source().text())
                    .startsWith(profile.notice().shortName() + " ");
        });
        assertThat(profile.material("ID_DOC").orElseThrow().counts().max()).isEqualTo(3);
        assertThat(profile.texts().messages()).hasSize(NoticeTexts.Event.values().length);
    }

    @Test
    void aWindowsLastDayCountsToItsEnd() {
        UploadWindow window = BuiltIn.profile("shijiazhuang-2022").window();

        assertThat(window.opensAt()).contains(Instant.parse("2022-01-11T16:00:00Z"));
        assertThat(window.closesAt()).contains(Instant.parse("2022-01-25T16:00:00Z"));
        assertThat(BuiltIn.profile("hunan-2021").window()).isEqualTo(UploadWindow.ALWAYS);
    }

    @Test
    void districtsHaveTheirOwnWords() {
        assertThat(BuiltIn.profile("weihai-2020").texts().title()).isEqualTo("国家医学考试（山东）考生服务系统");
        assertThat(BuiltIn.profile("shijiazhuang-2022").texts().title()).isEqualTo("国家医学考试（河北）考生服务系统");
        assertThat(BuiltIn.profile("weihai-2020").texts().messages().get(NoticeTexts.Event.RETURNED))
                .startsWith("【山东卫健委医管中心】")
                .contains("请在 24 小时之内登陆报名网站");
        assertThat(BuiltIn.profile("baiyin-2021").texts().penalties()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            id: weihai-2020            ; id: Weihai_2020             ; 不能作目录编号
            name: 山东威海 2020        ; nam: 山东威海 2020          ; 此处不能写 nam
            first-day: 2020-03-20      ; first-day: 2020-3-20        ; 不是日期
            first-day: 2020-03-20      ; first-day: 2020-04-20       ; 最后一日早于第一日
            exactly: 3                 ; exactly: many               ; 不是 1 至 99 的整数
            "at-most: 4"               ; "at-most: 0"                ; 不是 1 至 99 的整数
            "at-most: 4"               ; "at-least: 9~at-most: 4"; 张数不合
            always: true               ; always: yes                 ; 应为 true 或 false
            when: upgraded             ; when: upgradde              ; 条件自第 1 个字符起无法理解
            when: upgraded             ; when: upgraded == 'yes'     ; 条件自第 10 个字符起无法理解
            when: level == 'RURAL'     ; when: level == 'VILLAGE'    ; level 没有 VILLAGE 这个值
            when: idLost               ; when: '!idLost &&'          ; 条件自第
            when: addon                ; when: !addon                ; 此处应为文字
            - code: VILLAGE            ; - code: village             ; 不能作材料代码
            - code: STUDENT            ; "- code: STUDENT~excusable: maybe" ; 应为 true 或 false
            "    always: true"         ; "    always: true~excusable: true" ; ID_DOC 不能写 excusable
            - code: OTHER              ; "- code: OTHER~excusable: true" ; OTHER 不能写 excusable
            - code: STUDENT            ; "- code: STUDENT~excusable: true~on-paper: true" ; STUDENT 不能写 excusable
            - code: STUDENT            ; "- code: STUDENT~excusable: true~slot: DIPLOMA" ; STUDENT 不能写 excusable
            "{material: STUDENT, "     ; "{material: STUDENTS, "     ; 没有材料 STUDENTS
            "{material: STUDENT, "     ; "{material: OTHER, "        ; 不得设为必交
            "    of: DIPLOMA"          ; "    of: DIPLOM"            ; 没有材料 DIPLOM
            place: 三(八)              ; where: 三(八)               ; 此处不能写 where
            "refused:"                 ; "  refused:"                ; 不是有效的 YAML
            """)
    void aWrongFileNamesLineAndFault(String right, String wrong, String fault) throws IOException {
        String text = weihai();
        int line = (int) text.substring(0, text.indexOf(right)).lines().count()
                + (text.substring(0, text.indexOf(right)).endsWith("\n") ? 1 : 0);

        List<FileFault> faults = faults(text.replaceFirst(Pattern.quote(right), wrong.replace("~", "\n    ")));

        assertThat(faults)
                .anySatisfy(found -> assertThat(found.chinese()).contains(fault))
                .allSatisfy(found -> assertThat(found.english()).isNotBlank());
        assertThat(faults.stream().filter(found -> found.chinese().contains(fault)))
                .allSatisfy(found -> assertThat(found.line()).isBetween(line - 2, line + 1));
    }

    @Test
    void aMaterialCanBeExcusable() throws IOException {
        Profile profile = FILES.read(
                "next.yaml",
                weihai().replace("- code: STUDENT\n", "- code: STUDENT\n    excusable: true\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(profile.materials().stream().filter(MaterialEntry::excusable))
                .extracting(MaterialEntry::code)
                .containsExactly("STUDENT");
        assertThat(BuiltIn.catalogue().profiles().stream()
                        .flatMap(builtIn -> builtIn.materials().stream())
                        .filter(MaterialEntry::excusable))
                .isEmpty();
    }

    @Test
    void everyFaultIsSaidAtOnce() throws IOException {
        String text = weihai().replace("when: upgraded", "when: upgradde")
                .replace("first-day: 2020-03-20", "first-day: soon")
                .replace("code: OTHER", "code: OTHERS");

        assertThat(faults(text))
                .extracting(FileFault::chinese)
                .hasSize(3)
                .anyMatch(fault -> fault.contains("upgradde"))
                .anyMatch(fault -> fault.contains("soon"))
                .anyMatch(fault -> fault.contains("须列出 OTHER"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing", "- a\n- list", "text", "id: [1, 2]", "a: &a [*a]", "\u0000", "id: &x\n  <<: *x"
            })
    void whatIsNoCatalogueIsRefused(String text) {
        assertThat(faults(text)).isNotEmpty();
    }

    @Test
    void otherBytesThanTextAreRefused() {
        assertThat(catchThrowableOfType(
                                CatalogueFileRefused.class,
                                () -> FILES.read("gbk.yaml", "id: 威海".getBytes(Charset.forName("GBK"))))
                        .faults())
                .hasSize(1);
    }

    @Test
    void aDistrictsOwnFilesJoinTheFive(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("weihai-2021.yaml"), "\uFEFF" + weihai().replace("weihai-2020", "weihai-2021"));
        Files.writeString(folder.resolve("notes.txt"), "not a catalogue");

        assertThat(FILES.builtInAnd(folder).ids()).hasSize(6).contains("weihai-2021");
        assertThat(FILES.builtInAnd(folder.resolve("absent")).ids()).hasSize(5);
    }

    @Test
    void oneFaultyFileOfTheFolderLetsNoneIn(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), weihai().replace("weihai-2020", "weihai-2021"));
        Files.writeString(folder.resolve("b.yaml"), weihai().replace("when: addon", "when: add"));
        Files.writeString(folder.resolve("c.yaml"), weihai());

        List<FileFault> faults = catchThrowableOfType(CatalogueFileRefused.class, () -> FILES.builtInAnd(folder))
                .faults();

        assertThat(faults).extracting(FileFault::file).containsExactly("b.yaml", "c.yaml");
        assertThat(faults.get(1).chinese()).contains("weihai-2020 已被占用");
    }

    private static List<FileFault> faults(String text) {
        return catchThrowableOfType(
                        CatalogueFileRefused.class,
                        () -> FILES.read("next.yaml", text.getBytes(StandardCharsets.UTF_8)))
                .faults();
    }

    private static String weihai() throws IOException {
        return new String(CatalogueFiles.builtInFile("weihai-2020").orElseThrow(), StandardCharsets.UTF_8);
    }
}
