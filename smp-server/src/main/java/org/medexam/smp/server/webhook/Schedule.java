package org.medexam.smp.server.webhook;

import java.time.Duration;
import java.util.List;

/** When a change that was refused is tried again: the schedule that Standard Webhooks recommends. */
final class Schedule {

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

    private Schedule() {}

    /** @param attempts in vain so far */
    static boolean isExhausted(int attempts) {
        return attempts > PAUSES.size();
    }

    /** @param attempts in vain so far, not exhausted; 0 is like 1 */
    static Duration pauseAfter(int attempts) {
        return PAUSES.get(Math.max(attempts, 1) - 1);
    }
}
