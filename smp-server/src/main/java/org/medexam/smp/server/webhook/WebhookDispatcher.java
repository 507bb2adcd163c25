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
 * Delivers the changes to one receiver, step by step, in one thread. Order holds per dossier: a rejected change is queued
 * for a retry, later changes of its dossier wait behind it, and other dossiers go on. The dispatcher backs off from a
 * receiver that does not answer or rejects several dossiers in a row.
 */
final class WebhookDispatcher {

    private static final Logger LOG = Logger.getLogger(WebhookDispatcher.class.getName());

    private static final Duration LEASE = Duration.ofSeconds(20);

    /** The rest of the lease is longer than the longest delivery. */
    private static final Duration RENEW_AFTER = Duration.ofSeconds(4);

    /** Interval of polling for changes of other nodes and for released leases. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private static final int BATCH_SIZE = 100;

    /** More rejections in a row are the receiver's fault, not a dossier's. */
    private static final int MAX_REJECTIONS = 3;

    private final Follower receiver;
    private final WebhookSender sender;
    private final Changes changes;
    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final WebhookMetrics metrics;
    private final Clock clock;

    private final String holder = UUID.randomUUID().toString();
    private final Deque<Change> fetched = new ArrayDeque<>();
    private final BackOff backOff = new BackOff();
    private int rejectionsInARow;
    private long leasedAtNanos;
    private boolean leased;
    private boolean switchedOff;
    private Instant measureAt = Instant.MIN;

    WebhookDispatcher(
            Follower receiver,
            WebhookSender sender,
            Changes changes,
            Deliveries deliveries,
            AuditTrail audit,
            WebhookMetrics metrics,
            Clock clock) {
        this.receiver = receiver;
        this.sender = sender;
        this.changes = changes;
        this.deliveries = deliveries;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Runs the next step: one delivery at most.
     *
     * @return time until the next step, unless a change comes before; zero for at once
     */
    Duration step() {
        updateMetrics();
        if (switchedOff || !holdsLease()) {
            return POLL_INTERVAL;
        }
        Duration left = backOff.left(clock.instant());
        if (!left.isZero()) {
            return left.compareTo(POLL_INTERVAL) < 0 ? left : POLL_INTERVAL;
        }
        try {
            return deliver();
        } catch (LeaseLost anotherNodeSends) {
            leased = false;
            return POLL_INTERVAL;
        }
    }

    /** Releases the lease, so that another node can deliver at once. */
    void stop() {
        if (leased) {
            deliveries.release(receiver, holder);
        }
    }

    private boolean holdsLease() {
        long now = System.nanoTime();
        if (leased && now - leasedAtNanos < RENEW_AFTER.toNanos()) {
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
        if (due && !backOff.isTrial()) {
            retry(retry.get());
            return Duration.ZERO;
        }
        Optional<Change> fresh = nextChange();
        if (fresh.isPresent()) {
            deliverFirst(fresh.get());
            return Duration.ZERO;
        }
        if (due) {
            retry(retry.get());
            return Duration.ZERO;
        }
        return retry.map(waiting -> Duration.between(now(), waiting.nextAt()))
                .filter(until -> until.compareTo(POLL_INTERVAL) < 0)
                .orElse(POLL_INTERVAL);
    }

    private Optional<Change> nextChange() {
        if (fetched.isEmpty()) {
            long progress = deliveries.progress(receiver);
            ChangePage page = changes.after(progress, BATCH_SIZE, receiver);
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

    private void deliverFirst(Change change) {
        if (deliveries.isWaiting(receiver, change.dossierNo())) {
            deliveries.postpone(receiver, holder, change.seq(), change.dossierNo(), 0, now());
            fetched.remove();
            return;
        }
        switch (send(change)) {
            case DELIVERED -> {
                deliveries.reach(receiver, holder, change.seq());
                fetched.remove();
                recordSuccess();
            }
            case REJECTED -> {
                deliveries.postpone(
                        receiver, holder, change.seq(), change.dossierNo(), 1, now().plus(RetrySchedule.pauseAfter(1)));
                fetched.remove();
                if (++rejectionsInARow >= MAX_REJECTIONS) {
                    backOff();
                }
            }
            case UNREACHABLE -> backOff();
            case GONE -> switchOff();
        }
    }

    private void retry(WebhookRetry retry) {
        Optional<Change> change = changes.find(retry.seq());
        if (change.isEmpty()) {
            deliveries.remove(receiver, holder, retry); // deleted, a year after it happened
            return;
        }
        switch (send(change.get())) {
            case DELIVERED -> {
                deliveries.remove(receiver, holder, retry);
                recordSuccess();
            }
            case REJECTED -> recordRejection(retry);
            case UNREACHABLE -> backOff();
            case GONE -> switchOff();
        }
    }

    private void recordRejection(WebhookRetry retry) {
        int attempts = retry.attempts() + 1;
        if (backOff.isTrial()) {
            // a delivery rejected while the receiver is backing off does not count as an attempt
            attempts = retry.attempts();
            backOff();
        }
        if (RetrySchedule.isExhausted(attempts)) {
            giveUp(retry);
        } else {
            deliveries.tryAgain(receiver, holder, retry, attempts, now().plus(RetrySchedule.pauseAfter(attempts)));
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

    private DeliveryOutcome send(Change change) {
        DeliveryOutcome outcome = sender.send(change);
        metrics.sent(receiver, outcome);
        return outcome;
    }

    private void recordSuccess() {
        rejectionsInARow = 0;
        if (backOff.isTrial()) {
            LOG.info(() -> "webhook " + receiver.code() + ": accepts changes again");
        }
        backOff.end();
    }

    private void backOff() {
        if (!backOff.isTrial()) {
            LOG.warning(() -> "webhook " + receiver.code() + ": accepts no changes, backing off");
        }
        backOff.longer(clock.instant());
    }

    private void switchOff() {
        LOG.severe(() -> "webhook " + receiver.code() + ": answered 410, delivery is off until the next start");
        switchedOff = true;
        stop();
    }

    private void updateMetrics() {
        if (!clock.instant().isBefore(measureAt)) {
            metrics.behind(receiver, changes.last() - deliveries.progress(receiver) + deliveries.waiting(receiver));
            measureAt = clock.instant().plus(POLL_INTERVAL);
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
