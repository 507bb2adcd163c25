package org.medexam.smp.core.cataloguefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCheckTest {

    private static final CatalogueCheck CHECK = new CatalogueCheck(BuiltIn.SHANGHAI, CatalogueMessages.ENGLISH);

    @Test
    void aFaultyFileIsReportedLineByLine(@TempDir Path folder) throws IOException {
        CatalogueReport report = CHECK.check(write(folder, weihai().replace("when: upgraded", "when: upgradde")));

        assertThat(report.isSound()).isFalse();
        assertThat(report.text(CatalogueMessages.ENGLISH))
                .startsWith("next.yaml: 1 faults")
                .containsPattern("\nnext.yaml:106: the condition is not understood from its character 1: undeclared");
    }

    @Test
    void whomNoGroupFitsIsNamedByKinds(@TempDir Path folder) throws IOException {
        CatalogueReport report = CHECK.check(write(folder, weihai()));

        assertThat(report.isSound()).isTrue();
        assertThat(report.text(CatalogueMessages.ENGLISH))
                .contains("""
                        Applicants whom no group fits (they hand in the ID alone, and reviewers see a flag):
                          level LIC; edu SEC, COL; hasAsst false
                          level ASST; edu BAC, PG; tcm NONE
                        Not covered, as the file itself says:
                        """)
                .contains("  kind in ['HMT', 'FOREIGN'] （通知未写港澳台、外籍考生。）\n")
                .contains("Materials that no rule ever requires:\n  OTHER\n");
    }

    @Test
    void aDistrictForEverybodyLeavesNobodyOut(@TempDir Path folder) throws IOException {
        String hunan = new String(CatalogueFiles.builtInFile("hunan-2021").orElseThrow(), StandardCharsets.UTF_8);

        assertThat(CHECK.check(write(folder, hunan)).text(CatalogueMessages.ENGLISH))
                .contains("Every applicant fits a group.");
    }

    @Test
    void whatDiffersFromLastYearIsListed(@TempDir Path folder) throws IOException {
        String next = weihai().replace("weihai-2020", "weihai-2021")
                .replace("last-day: 2020-03-31", "last-day: 2020-04-02")
                .replace("when: upgraded", "when: upgraded && bacEntry >= date('2015-09-01')")
                .replace("  - code: STUDENT\n    name: 学生证\n", "  - code: STUDENT\n    name: 学生证\n    exactly: 2\n")
                .replace("满两年以上的证明", "满两年的证明");

        assertThat(CHECK.check(write(folder, next), BuiltIn.profile("weihai-2020"))
                        .text(CatalogueMessages.ENGLISH))
                .endsWith("""
                        Compared with weihai-2020:
                          * STUDENT: STUDENT 学生证 ×1–6 → STUDENT 学生证 ×2
                          + require COL_DIPLOMA: level == 'LIC' && edu == 'BAC' && upgraded && bacEntry >= date('2015-09-01')
                          - require COL_DIPLOMA: level == 'LIC' && edu == 'BAC' && upgraded
                          * sentence of “require CONT_WORK: level == 'LIC' && edu == 'COL' && hasAsst”: \
                        5.连续从事执业助理医师工作满两年以上的证明并加盖单位公章。 → 5.连续从事执业助理医师工作满两年的证明并加盖单位公章。
                          * window: 2020-03-20 – 2020-03-31 → 2020-03-20 – 2020-04-02
                        """);
    }

    @Test
    void otherWordsForCandidatesAndReviewersAreListedToo(@TempDir Path folder) throws IOException {
        String next = weihai().replace("本人手持有效身份证明一张", "本人手持一张")
                .replaceFirst("(?m)^(    text: 本人承诺.*)$", "$1再次承诺。")
                .replace("  messages:\n", "  penalties: [{place: 四, sentence: 成绩无效。}]\n  messages:\n");

        assertThat(CHECK.check(write(folder, next), BuiltIn.profile("weihai-2020"))
                        .text(CatalogueMessages.ENGLISH))
                .contains("  * sample of ID_DOC: 正面、反面各一张，本人手持有效身份证明一张，共三张。 → 正面、反面各一张，本人手持一张，共三张。\n")
                .contains("  ! the commitment has other words, but still the version 1\n")
                .contains("  * penalties:  → 成绩无效。\n");
    }

    @Test
    void theSameFileDiffersInNothing(@TempDir Path folder) throws IOException {
        Path file = write(folder, weihai());

        assertThat(CHECK.check(file, file).text(CatalogueMessages.ENGLISH))
                .endsWith("Compared with weihai-2020: no difference.\n");
    }

    @Test
    void aFaultyFileToCompareWithIsReportedToo(@TempDir Path folder) throws IOException {
        Path earlier =
                Files.writeString(folder.resolve("last.yaml"), weihai().replace("when: upgraded", "when: upgradde"));

        CatalogueReport report = CHECK.check(write(folder, weihai()), earlier);

        assertThat(report.isSound()).isTrue();
        assertThat(report.isCompared()).isFalse();
        assertThat(report.text(CatalogueMessages.ENGLISH))
                .contains("\nlast.yaml: 1 faults; nothing of the file is taken\nlast.yaml:106: ")
                .doesNotContain("Compared with");
    }

    private static Path write(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("next.yaml"), text);
    }

    private static String weihai() {
        return new String(CatalogueFiles.builtInFile("weihai-2020").orElseThrow(), StandardCharsets.UTF_8);
    }
}
