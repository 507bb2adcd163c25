package org.medexam.smp.server.webhook;

import java.time.Duration;
import java.util.List;

/** The times between attempts of one delivery, as Standard Webhooks recommends them. */
final class RetrySchedule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private RetrySchedule() {}

    /** @param attempts failed attempts so far */
    static boolean isExhausted(int attempts) {
        return attempts > PAUSES.size();
    }

    /** @param attempts failed attempts so far, not exhausted; 0 counts as 1 */
    static Duration pauseAfter(int attempts) {
        return PAUSES.get(Math.max(attempts, 1) - 1);
    }
}
