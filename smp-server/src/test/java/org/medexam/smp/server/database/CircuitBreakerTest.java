package org.medexam.smp.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final CircuitBreaker breaker = new CircuitBreaker();

    @Test
    void everybodyMayAskWhatAnswers() {
        assertThat(breaker.acquire()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(breaker.acquire()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void nobodyAsksRightAfterAnAttemptFailed() {
        breaker.trip();
        assertThat(breaker.acquire()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void whenAConnectionBreaksOneFindsOutAndTheOthersDoNotWait() {
        breaker.recordFailure();
        assertThat(breaker.acquire()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
        assertThat(breaker.acquire()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void moreBrokenConnectionsLetNobodyElseFindOut() {
        breaker.recordFailure();
        breaker.acquire();
        breaker.recordFailure();
        assertThat(breaker.acquire()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void anAnswerOpensTheWayForAll() {
        breaker.trip();
        breaker.recordSuccess();
        assertThat(breaker.acquire()).isEqualTo(CircuitBreaker.State.CLOSED);
    }
}
