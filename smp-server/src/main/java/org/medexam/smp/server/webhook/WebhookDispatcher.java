package org.medexam.smp.server.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.central.Change;
import org.medexam.smp.server.central.ChangePage;
import org.medexam.smp.server.central.Changes;
import org.medexam.smp.server.central.Follower;

/**
 * Brings the changes to one receiver, step by step; for one thread. In order per dossier: a change that is refused goes
 * among the retries, newer ones of its dossier wait behind it, and the other dossiers go on. A receiver that is not
 * there, or refuses several dossiers in a row, is left alone for a while, and its changes stay where they are.
 */
final class WebhookDispatcher {

    private static final Logger LOG = Logger.getLogger(WebhookDispatcher.class.getName());

    private static final Duration LEASE = Duration.ofSeconds(20);

    /** What is left of a lease is longer than the longest delivery takes. */
    private static final Duration KEEP_AFTER = Duration.ofSeconds(4);

    /** Changes of other nodes, and receivers that other nodes let go, are looked for that often. */
    private static final Duration REST = Duration.ofSeconds(1);

    private static final int FETCH = 100;

    /** So many new changes refused in a row are the receiver's fault and not that of a dossier. */
    private static final int MAX_REFUSED = 3;

    private final Follower receiver;
    private final WebhookSender line;
    private final Changes changes;
    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final WebhookMetrics metrics;
    private final Clock clock;

    private final String holder = UUID.randomUUID().toString();
    private final Deque<Change> fetched = new ArrayDeque<>();
    private final Pause pause = new Pause();
    private int refusedInARow;
    private long leasedAtNanos;
    private boolean leased;
    private boolean switchedOff;
    private Instant measureAt = Instant.MIN;

    WebhookDispatcher(
            Follower receiver,
            WebhookSender line,
            Changes changes,
            Deliveries deliveries,
            AuditTrail audit,
            WebhookMetrics metrics,
            Clock clock) {
        this.receiver = receiver;
        this.line = line;
        this.changes = changes;
        this.deliveries = deliveries;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Does the next piece of work, one delivery at most.
     *
     * @return how long there is nothing more to do, unless a change comes; zero when there may be
     */
    Duration step() {
        measureNowAndThen();
        if (switchedOff || !holdsLease()) {
            return REST;
        }
        Duration left = pause.left(clock.instant());
        if (!left.isZero()) {
            return left.compareTo(REST) < 0 ? left : REST;
        }
        try {
            return deliver();
        } catch (LeaseLost anotherNodeSends) {
            leased = false;
            return REST;
        }
    }

    /** Lets another node send at once. */
    void stop() {
        if (leased) {
            deliveries.release(receiver, holder);
        }
    }

    private boolean holdsLease() {
        long now = System.nanoTime();
        if (leased && now - leasedAtNanos < KEEP_AFTER.toNanos()) {
            return true;
        }
        boolean before = leased;
        leased = deliveries.lease(receiver, holder, LEASE);
        leasedAtNanos = now;
        if (!before) {
            fetched.clear(); // another node may have sent them
        }
        return leased;
    }

    private Duration deliver() {
        Optional<WebhookRetry> retry = deliveries.next(receiver);
        boolean due = retry.isPresent() && !retry.get().nextAt().isAfter(now());
        if (due && !pause.isTrial()) {
            again(retry.get());
            return Duration.ZERO;
        }
        Optional<Change> fresh = fresh();
        if (fresh.isPresent()) {
            first(fresh.get());
            return Duration.ZERO;
        }
        if (due) {
            again(retry.get());
            return Duration.ZERO;
        }
        return retry.map(waiting -> Duration.between(now(), waiting.nextAt()))
                .filter(until -> until.compareTo(REST) < 0)
                .orElse(REST);
    }

    private Optional<Change> fresh() {
        if (fetched.isEmpty()) {
            long progress = deliveries.progress(receiver);
            ChangePage page = changes.after(progress, FETCH, receiver);
            page.begins()
                    .ifPresent(oldest -> LOG.severe(() -> "webhook " + receiver.code() + ": changes " + (progress + 1)
                            + " to " + (oldest - 1) + " were forgotten before they could be delivered"));
            fetched.addAll(page.changes());
            if (fetched.isEmpty() && page.next() > progress) {
                deliveries.reach(receiver, holder, page.next());
            }
        }
        return Optional.ofNullable(fetched.peek());
    }

    private void first(Change change) {
        if (deliveries.isWaiting(receiver, change.dossierNo())) {
            deliveries.putOff(receiver, holder, change.seq(), change.dossierNo(), 0, now());
            fetched.remove();
            return;
        }
        switch (send(change)) {
            case DELIVERED -> {
                deliveries.reach(receiver, holder, change.seq());
                fetched.remove();
                takesAgain();
            }
            case REFUSED -> {
                deliveries.putOff(
                        receiver, holder, change.seq(), change.dossierNo(), 1, now().plus(Schedule.pauseAfter(1)));
                fetched.remove();
                if (++refusedInARow >= MAX_REFUSED) {
                    leaveAlone();
                }
            }
            case UNREACHABLE -> leaveAlone();
            case GONE -> switchOff();
        }
    }

    private void again(WebhookRetry retry) {
        Optional<Change> change = changes.find(retry.seq());
        if (change.isEmpty()) {
            deliveries.remove(receiver, holder, retry); // forgotten, a year after it happened
            return;
        }
        switch (send(change.get())) {
            case DELIVERED -> {
                deliveries.remove(receiver, holder, retry);
                takesAgain();
            }
            case REFUSED -> refusedAgain(retry);
            case UNREACHABLE -> leaveAlone();
            case GONE -> switchOff();
        }
    }

    private void refusedAgain(WebhookRetry retry) {
        int attempts = retry.attempts() + 1;
        if (pause.isTrial()) {
            // a receiver that takes nothing at all proves nothing against this change
            attempts = retry.attempts();
            leaveAlone();
        }
        if (Schedule.isExhausted(attempts)) {
            giveUp(retry);
        } else {
            deliveries.tryAgain(receiver, holder, retry, attempts, now().plus(Schedule.pauseAfter(attempts)));
        }
    }

    private void giveUp(WebhookRetry retry) {
        LOG.severe(() -> "webhook " + receiver.code() + ": change " + retry.seq() + " of dossier " + retry.dossierNo()
                + " given up after " + (retry.attempts() + 1) + " attempts; GET /changes still has it");
        audit.write(
                Actor.system(),
                AuditTrail.Action.WEBHOOK_GIVEN_UP,
                retry.dossierNo(),
                receiver.code() + " " + retry.seq());
        metrics.givenUp(receiver);
        deliveries.remove(receiver, holder, retry);
    }

    private Outcome send(Change change) {
        Outcome outcome = line.send(change);
        metrics.sent(receiver, outcome);
        return outcome;
    }

    private void takesAgain() {
        refusedInARow = 0;
        if (pause.isTrial()) {
            LOG.info(() -> "webhook " + receiver.code() + ": takes changes again");
        }
        pause.end();
    }

    private void leaveAlone() {
        if (!pause.isTrial()) {
            LOG.warning(() -> "webhook " + receiver.code() + ": takes nothing, is left alone for a while");
        }
        pause.longer(clock.instant());
    }

    private void switchOff() {
        LOG.severe(() -> "webhook " + receiver.code() + ": answered 410, gets nothing more until the next start");
        switchedOff = true;
        stop();
    }

    private void measureNowAndThen() {
        if (!clock.instant().isBefore(measureAt)) {
            metrics.behind(receiver, changes.last() - deliveries.progress(receiver) + deliveries.waiting(receiver));
            measureAt = clock.instant().plus(REST);
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
