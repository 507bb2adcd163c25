package org.medexam.smp.server.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.server.database.DatabaseAlone;

/**
 * 16 writers, and readers of a slow database: every change once and in order. 5,000 changes;
 * {@code -Dsmp.feed.changes=100000} for more, {@code -Dsmp.feed.delay-micros=…} for another slowness (docs/change-feed.md).
 */
class FeedIT {

    private static final int DEFAULT_CHANGES = 5_000;
    private static final int DEFAULT_DELAY_MICROS = 100;

    @Test
    void everyChangeIsReadOnceAndInOrder(@TempDir Path folder) throws Exception {
        int changes = Integer.getInteger("smp.feed.changes", DEFAULT_CHANGES);
        Duration delay = Duration.ofNanos(1000L * Integer.getInteger("smp.feed.delay-micros", DEFAULT_DELAY_MICROS));
        try (DatabaseAlone database = DatabaseAlone.slow(folder, delay)) {
            FeedHarness harness = new FeedHarness(database, changes);

            harness.run();

            System.out.println(
                    "feed: " + harness.report() + ", line delayed " + delay.toNanos() / 1000 + " µs each way");
            assertThat(harness.faults()).isEmpty();
            assertThat(harness.read(Follower.MP)).isEqualTo(changes);
            assertThat(harness.read(Follower.SP)).isEqualTo(changes - harness.held());
            assertThat(harness.held()).isBetween(changes / 10, changes);
        }
    }
}
