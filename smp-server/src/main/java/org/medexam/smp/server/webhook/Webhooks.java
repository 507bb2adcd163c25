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

/** Runs one dispatcher for each receiver of the settings, each in a thread of its own. */
@Singleton
public class Webhooks {

    private static final Logger LOG = Logger.getLogger(Webhooks.class.getName());

    /** The minimum that Standard Webhooks recommends. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

    /** A stop does not wait for a delivery that takes longer. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

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

    /** Starts the dispatchers. */
    public synchronized void start() {
        settings.mp().ifPresent(address -> start(Follower.MP, address));
        settings.sp().ifPresent(address -> start(Follower.SP, address));
    }

    private void start(Follower receiver, URI address) {
        metrics.exist(receiver);
        WebhookSender sender =
                new HttpWebhookSender(receiver, address, district.code(), views, keys::current, clock, ANSWER_TIMEOUT);
        WebhookDispatcher dispatcher =
                new WebhookDispatcher(receiver, sender, changes, deliveries, audit, metrics, clock);
        Thread thread = new Thread(() -> run(receiver, dispatcher), "smp-webhook-" + receiver.code());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void run(Follower receiver, WebhookDispatcher dispatcher) {
        try {
            while (!stopped) {
                long raised = signal.count();
                Duration pause = step(receiver, dispatcher);
                if (!pause.isZero()) {
                    signal.await(raised, Math.max(1, pause.toMillis()));
                }
            }
            dispatcher.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Refusal unavailable) {
            LOG.fine(() -> "webhook " + receiver.code() + ": " + unavailable.getMessage());
        }
    }

    /** Runs one step; after any exception the dispatcher goes on. */
    private static Duration step(Follower receiver, WebhookDispatcher dispatcher) {
        try {
            return dispatcher.step();
        } catch (Refusal unavailable) {
            LOG.fine(() -> "webhook " + receiver.code() + ": " + unavailable.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "webhook " + receiver.code(), e);
        }
        return RETRY_DELAY;
    }

    /** Stops the threads by a flag: an interrupt would close the file of the embedded database for all threads. */
    @PreDestroy
    synchronized void stop() {
        stopped = true;
        signal.raise();
        try {
            for (Thread thread : threads) {
                thread.join(STOP_TIMEOUT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
