package org.medexam.smp.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

class SizeLimitTest {

    @Test
    void formatsBytes() {
        assertThat(SizeLimit.text(204_800)).isEqualTo("200K");
        assertThat(SizeLimit.text(307_200)).isEqualTo("300K");
        assertThat(SizeLimit.text(100_000)).isEqualTo("97.6K");
    }

    @Test
    void fillsTheTextsOfResponseAndPage() {
        assertThat(Problem.of(Refusal.of(RefusalCode.IMAGE_TOO_LARGE, "for the log"))
                        .body("/nme/ext", "300K"))
                .containsEntry("detail", "图片文件大小不能超过 300K，请压缩后重新上传。")
                .doesNotContainKey("limit"); // the contract describes no such member
        assertThat(ProblemPage.html(RefusalCode.IMAGE_TOO_LARGE, "300K"))
                .contains("不能超过 300K")
                .contains("at most 300KB")
                .doesNotContain("{limit}");
    }
}
