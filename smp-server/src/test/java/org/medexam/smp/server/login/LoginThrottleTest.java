package org.medexam.smp.server.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

class LoginThrottleTest {

    private final LoginThrottle throttle = new LoginThrottle();

    @Test
    void refusesOnlyTheAddressWithTooManyLogins() {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> {
            for (int i = 0; i < 1000; i++) {
                throttle.admit("192.0.2.7");
            }
        });
        assertThat(refused.code()).isEqualTo(RefusalCode.TOO_MANY_REQUESTS);
        assertThat(refused.retryAfter()).isPresent();
        assertThatCode(() -> throttle.admit("192.0.2.8")).doesNotThrowAnyException();
    }
}
