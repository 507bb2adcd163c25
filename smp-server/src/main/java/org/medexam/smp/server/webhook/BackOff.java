package org.medexam.smp.server.webhook;

import java.time.Duration;
import java.time.Instant;

/** The back-off from a receiver that accepts nothing: from five seconds to five minutes, longer each time. */
final class BackOff {

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

    /** Whether the next delivery probes the receiver: it has accepted nothing since the last back-off began. */
    boolean isTrial() {
        return !length.isZero();
    }

    /** Returns the time left; zero when deliveries may go on. */
    Duration left(Instant now) {
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }
}
