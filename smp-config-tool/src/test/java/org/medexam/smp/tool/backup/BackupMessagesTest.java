package org.medexam.smp.tool.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medexam.smp.core.backup.BackupRefused;
import org.medexam.smp.core.backup.Progress;
import org.medexam.smp.core.verify.PictureFinding;
import org.medexam.smp.core.verify.RepairPictures;
import org.medexam.smp.tool.ToolMessages;

class BackupMessagesTest {

    private final List<BackupMessages> both = List.of(
            new BackupMessages(ToolMessages.of(Locale.SIMPLIFIED_CHINESE)),
            new BackupMessages(ToolMessages.of(Locale.ENGLISH)));

    @ParameterizedTest
    @EnumSource(BackupRefused.Reason.class)
    void everyReasonHasItsWords(BackupRefused.Reason reason) {
        both.forEach(words -> assertThat(
                        words.failed(reason.code(), List.of("one", "two")).getMessage())
                .isNotBlank()
                .doesNotContain("{"));
    }

    @ParameterizedTest
    @EnumSource(Progress.Phase.class)
    void everyPhaseHasItsWords(Progress.Phase phase) {
        both.forEach(words -> {
            assertThat(words.progress(phase, 1_234, 0)).isNotBlank().doesNotContain("1,234");
            assertThat(words.progress(phase, 1_234, 5_678)).isNotBlank().doesNotContain("{");
        });
    }

    @ParameterizedTest
    @EnumSource(PictureFinding.Kind.class)
    void everyFindingNamesItsPicture(PictureFinding.Kind kind) {
        both.forEach(words -> assertThat(words.finding(new PictureFinding(
                        kind, "2021-1", "ID_DOC", "2021/6215/2021-1/ID_DOC/a.jpg", "sha", "elsewhere")))
                .contains("2021/6215/2021-1/ID_DOC/a.jpg"));
    }

    @ParameterizedTest
    @EnumSource(RepairPictures.Repair.class)
    void everyRepairHasItsWords(RepairPictures.Repair repair) {
        both.forEach(words -> assertThat(words.repair(repair)).isNotBlank());
    }
}
