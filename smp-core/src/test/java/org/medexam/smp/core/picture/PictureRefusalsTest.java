package org.medexam.smp.core.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.imaging.PictureException;

class PictureRefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "TOO_LARGE, IMAGE_TOO_LARGE",
        "UNSUPPORTED_FORMAT, IMAGE_FORMAT_UNSUPPORTED",
        "TOO_MANY_PIXELS, IMAGE_TOO_MANY_PIXELS",
        "UNREADABLE, IMAGE_UNREADABLE",
        "BUSY, OVERLOADED"
    })
    void givesEachKindItsCode(PictureException.Kind kind, RefusalCode code) {
        IllegalStateException cause = new IllegalStateException();

        assertThatThrownBy(() -> PictureRefusals.translate(() -> {
                    throw new PictureException(kind, "the reason", cause);
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessage("the reason")
                .hasCause(cause);
    }

    @Test
    void tellsWhenToTryAgain() {
        assertThatThrownBy(() -> PictureRefusals.translate(() -> {
                    throw PictureException.busy("no memory", null, Duration.ofSeconds(7));
                }))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @Test
    void givesBackTheResult() {
        assertThat(PictureRefusals.translate(() -> "result")).isEqualTo("result");
    }
}
