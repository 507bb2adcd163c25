package org.medexam.smp.server.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two rounds; {@code -Dsmp.torture.rounds=30 -Dsmp.torture.seed=…} for more, or for the same again. The drawn moments
 * are the same with the same seed, what the machine does in between is not.
 */
class TortureIT {

    private static final int DEFAULT_ROUNDS = 2;

    @Test
    void nothingThatWasAnsweredIsLost(@TempDir Path home) throws Exception {
        int rounds = Integer.getInteger("smp.torture.rounds", DEFAULT_ROUNDS);
        long seed = Long.getLong("smp.torture.seed", System.nanoTime());
        System.out.println("torture: " + rounds + " rounds, seed " + seed);
        Torture torture = new Torture(home, seed, line -> System.out.println("torture: " + line));

        torture.run(rounds);

        assertThat(torture.violations()).isEmpty();
        assertThat(torture.ledger()).hasSizeGreaterThan(rounds);
    }
}
