package org.medexam.smp.server.reach;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** The few tries that are alive; a new one beyond them ends the oldest, which nobody waits for any more. */
@Singleton
public class Reaches {

    private static final int MAX_MEASUREMENTS = 4;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Clock clock;
    private final Deque<Reach> alive = new ArrayDeque<>();

    @Inject
    Reaches(Clock clock) {
        this.clock = clock;
    }

    synchronized Reach begin() {
        Reach reach = new Reach(clock.instant().plus(LIFE));
        alive.addLast(reach);
        while (alive.size() > MAX_MEASUREMENTS) {
            alive.removeFirst();
        }
        return reach;
    }

    /** @throws Refusal {@code NOT_FOUND} when it is over or never was */
    Reach byToken(String token) {
        return find(reach -> reach.token().equals(token));
    }

    /** @throws Refusal {@code NOT_FOUND} when it is over or never was */
    Reach byId(String id) {
        return find(reach -> reach.id().equals(id));
    }

    synchronized void end(String id) {
        alive.removeIf(reach -> reach.id().equals(id));
    }

    private synchronized Reach find(Predicate<Reach> wanted) {
        alive.removeIf(reach -> !reach.livesAt(clock.instant()));
        return alive.stream()
                .filter(wanted)
                .findAny()
                .orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "no such address to reach, or not any more"));
    }
}
