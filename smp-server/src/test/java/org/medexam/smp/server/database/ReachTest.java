package org.medexam.smp.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReachTest {

    private final Reach reach = new Reach();

    @Test
    void everybodyMayAskWhatAnswers() {
        assertThat(reach.now()).isEqualTo(Reach.Ask.FREELY);
        assertThat(reach.now()).isEqualTo(Reach.Ask.FREELY);
    }

    @Test
    void nobodyAsksRightAfterAnAttemptFailed() {
        reach.failed();
        assertThat(reach.now()).isEqualTo(Reach.Ask.NOT_NOW);
    }

    @Test
    void whenAConnectionBreaksOneFindsOutAndTheOthersDoNotWait() {
        reach.doubt();
        assertThat(reach.now()).isEqualTo(Reach.Ask.CAREFULLY);
        assertThat(reach.now()).isEqualTo(Reach.Ask.NOT_NOW);
    }

    @Test
    void moreBrokenConnectionsLetNobodyElseFindOut() {
        reach.doubt();
        reach.now();
        reach.doubt();
        assertThat(reach.now()).isEqualTo(Reach.Ask.NOT_NOW);
    }

    @Test
    void anAnswerOpensTheWayForAll() {
        reach.failed();
        reach.answered();
        assertThat(reach.now()).isEqualTo(Reach.Ask.FREELY);
    }
}
