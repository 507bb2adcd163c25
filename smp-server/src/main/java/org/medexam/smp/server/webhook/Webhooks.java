package org.medexam.smp.server.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.core.settings.WebhookSettings;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.central.ChangeSignal;
import org.medexam.smp.server.central.ChangeViews;
import org.medexam.smp.server.central.Changes;
import org.medexam.smp.server.central.Follower;
import org.medexam.smp.server.signing.SigningKeys;

/** One courier for each receiver that the settings name, each in a thread of its own. */
@Singleton
public class Webhooks {

    private static final Logger LOG = Logger.getLogger(Webhooks.class.getName());

    /** As long as Standard Webhooks grants a receiver at least. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

    /** A delivery may be under way; who waits for us to stop does not wait for that. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    private final WebhookSettings settings;
    private final DistrictSettings district;
    private final Changes changes;
    private final ChangeViews views;
    private final ChangeSignal signal;
    private final SigningKeys keys;
    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final WebhookMetrics metrics;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    @Inject
    Webhooks(
            WebhookSettings settings,
            DistrictSettings district,
            Changes changes,
            ChangeViews views,
            ChangeSignal signal,
            SigningKeys keys,
            Deliveries deliveries,
            AuditTrail audit,
            WebhookMetrics metrics,
            Clock clock) {
        this.settings = settings;
        this.district = district;
        this.changes = changes;
        this.views = views;
        this.signal = signal;
        this.keys = keys;
        this.deliveries = deliveries;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Begins to send. */
    public synchronized void start() {
        settings.mp().ifPresent(address -> start(Follower.MP, address));
        settings.sp().ifPresent(address -> start(Follower.SP, address));
    }

    private void start(Follower receiver, URI address) {
        metrics.exist(receiver);
        WebhookSender line =
                new HttpWebhookSender(receiver, address, district.code(), views, keys::current, clock, ANSWER_WITHIN);
        WebhookDispatcher courier = new WebhookDispatcher(receiver, line, changes, deliveries, audit, metrics, clock);
        Thread thread = new Thread(() -> run(receiver, courier), "smp-webhook-" + receiver.code());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void run(Follower receiver, WebhookDispatcher courier) {
        try {
            while (!stopped) {
                long raised = signal.count();
                Duration rest = step(receiver, courier);
                if (!rest.isZero()) {
                    signal.await(raised, Math.max(1, rest.toMillis()));
                }
            }
            courier.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Refusal databaseIsAway) {
            LOG.fine(() -> "webhook " + receiver.code() + ": " + databaseIsAway.getMessage());
        }
    }

    /** Whatever goes wrong, this receiver's changes are still to be sent. */
    private static Duration step(Follower receiver, WebhookDispatcher courier) {
        try {
            return courier.step();
        } catch (Refusal databaseIsAway) {
            LOG.fine(() -> "webhook " + receiver.code() + ": " + databaseIsAway.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "webhook " + receiver.code(), e);
        }
        return AFTER_A_FAULT;
    }

    /** Never by interrupting: an interrupted thread closes the embedded database's file under everybody else. */
    @PreDestroy
    synchronized void stop() {
        stopped = true;
        signal.raise();
        try {
            for (Thread thread : threads) {
                thread.join(STOP_WITHIN.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
