package org.medexam.smp.server.central;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.medexam.smp.core.refusal.Refusal;

/** Gives a follower what it does not have yet; where that is nothing, as soon as there is something. */
@Singleton
public class FollowChanges {

    private final Changes changes;
    private final ChangeSignal signal;
    private final LongPollQueue waitingRoom;

    @Inject
    FollowChanges(Changes changes, ChangeSignal signal, LongPollQueue waitingRoom) {
        this.changes = changes;
        this.signal = signal;
        this.waitingRoom = waitingRoom;
    }

    /**
     * @return done already, unless the follower waits
     * @throws Refusal {@code INVALID} for a number that was never given; {@code OVERLOADED} when too many wait;
     *     {@code DATABASE_UNAVAILABLE}
     */
    CompletionStage<ChangePage> follow(Follower follower, FollowRequest request) {
        long after = request.after().orElse(0);
        long raised = signal.count();
        ChangePage page = changes.after(after, request.limit(), follower);
        if (page.next() < after) {
            throw FollowRequest.invalid("after");
        }
        boolean something = !page.changes().isEmpty()
                || page.begins().isPresent() && request.after().isPresent();
        if (something || request.patience().isZero()) {
            return CompletableFuture.completedFuture(page);
        }
        return waitingRoom.await(follower, page.next(), request.limit(), request.patience(), raised);
    }
}
