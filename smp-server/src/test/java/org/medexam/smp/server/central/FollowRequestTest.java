package org.medexam.smp.server.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

class FollowRequestTest {

    @Test
    void whatIsNotSaidHasADefault() {
        assertThat(FollowRequest.of(null, null, null))
                .isEqualTo(new FollowRequest(OptionalLong.empty(), 200, Duration.ZERO));
        assertThat(FollowRequest.of("0", "1000", "30"))
                .isEqualTo(new FollowRequest(OptionalLong.of(0), 1000, Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource({
        "after, x,,",
        "after, '',,",
        "after, -1,,",
        "after, +1,,",
        "after, 9999999999999999999,,",
        "limit,, 0,",
        "limit,, 1001,",
        "limit,, 1e3,",
        "limit,, ١,",
        "wait,,, 31",
        "wait,,, -1",
        "wait,,, 0.5",
        "wait,,, 10s"
    })
    void aParameterThatCannotBeIsNamed(String parameter, String after, String limit, String wait) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> FollowRequest.of(after, limit, wait));

        assertThat(refused.code()).isEqualTo(RefusalCode.INVALID);
        assertThat(refused.members().get("members")).isEqualTo(List.of(Map.of("member", parameter, "reason", "value")));
    }
}
