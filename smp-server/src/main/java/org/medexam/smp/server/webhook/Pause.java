package org.medexam.smp.server.webhook;

import java.time.Duration;
import java.time.Instant;

/** How long a receiver that takes nothing is left alone: five seconds, then ever longer, at most five minutes. */
final class Pause {

    private static final Duration MIN_DURATION = Duration.ofSeconds(5);
    private static final Duration MAX_DURATION = Duration.ofMinutes(5);

    private Duration length = Duration.ZERO;
    private Instant end = Instant.MIN;

    void longer(Instant now) {
        length = length.isZero() ? MIN_DURATION : length.multipliedBy(2);
        if (length.compareTo(MAX_DURATION) > 0) {
            length = MAX_DURATION;
        }
        end = now.plus(length);
    }

    void end() {
        length = Duration.ZERO;
        end = Instant.MIN;
    }

    /** Whether the receiver has taken nothing since the last pause began: what is sent now finds out. */
    boolean isTrial() {
        return !length.isZero();
    }

    /** Zero when nothing forbids sending. */
    Duration left(Instant now) {
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }
}
