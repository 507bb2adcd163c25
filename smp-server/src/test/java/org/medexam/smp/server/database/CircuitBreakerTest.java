package org.medexam.smp.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final CircuitBreaker reach = new CircuitBreaker();

    @Test
    void everybodyMayAskWhatAnswers() {
        assertThat(reach.now()).isEqualTo(CircuitBreaker.Ask.FREELY);
        assertThat(reach.now()).isEqualTo(CircuitBreaker.Ask.FREELY);
    }

    @Test
    void nobodyAsksRightAfterAnAttemptFailed() {
        reach.failed();
        assertThat(reach.now()).isEqualTo(CircuitBreaker.Ask.NOT_NOW);
    }

    @Test
    void whenAConnectionBreaksOneFindsOutAndTheOthersDoNotWait() {
        reach.doubt();
        assertThat(reach.now()).isEqualTo(CircuitBreaker.Ask.CAREFULLY);
        assertThat(reach.now()).isEqualTo(CircuitBreaker.Ask.NOT_NOW);
    }

    @Test
    void moreBrokenConnectionsLetNobodyElseFindOut() {
        reach.doubt();
        reach.now();
        reach.doubt();
        assertThat(reach.now()).isEqualTo(CircuitBreaker.Ask.NOT_NOW);
    }

    @Test
    void anAnswerOpensTheWayForAll() {
        reach.failed();
        reach.answered();
        assertThat(reach.now()).isEqualTo(CircuitBreaker.Ask.FREELY);
    }
}
