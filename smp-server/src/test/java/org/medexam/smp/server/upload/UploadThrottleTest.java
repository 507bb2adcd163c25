package org.medexam.smp.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Caller;

class UploadThrottleTest {

    private static final int PROMISED_A_MINUTE = 60;

    private final UploadThrottle throttle = new UploadThrottle();

    @Test
    void admitsWhatTheContractPromisesAndNotWithoutEnd() {
        Caller.Candidate one = new Caller.Candidate("a1", Optional.empty());
        for (int i = 0; i < PROMISED_A_MINUTE; i++) {
            throttle.admit(one);
        }
        Refusal refused = catchThrowableOfType(Refusal.class, () -> {
            for (int i = 0; i < 10_000; i++) {
                throttle.admit(one);
            }
        });
        assertThat(refused.code()).isEqualTo(RefusalCode.TOO_MANY_REQUESTS);
        assertThat(refused.retryAfter()).isPresent();
        assertThatCode(() -> throttle.admit(new Caller.Candidate("A1", Optional.empty())))
                .doesNotThrowAnyException();
    }
}
