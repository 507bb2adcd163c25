package org.medexam.smp.server.webhook;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.medexam.smp.server.central.Follower;

/** How deliveries end, and how many changes a receiver does not have yet. */
@Singleton
public class WebhookMetrics {

    private final Counter delivered;
    private final Counter failed;
    private final Counter givenUp;
    private final Gauge behind;

    @Inject
    public WebhookMetrics(PrometheusRegistry registry) {
        delivered = Counter.builder()
                .name("smp_webhook_delivered_total")
                .help("Changes that a receiver took")
                .labelNames("receiver")
                .register(registry);
        failed = Counter.builder()
                .name("smp_webhook_failed_total")
                .help("Deliveries that a receiver did not take")
                .labelNames("receiver")
                .register(registry);
        givenUp = Counter.builder()
                .name("smp_webhook_given_up_total")
                .help("Changes that are not tried any more")
                .labelNames("receiver")
                .register(registry);
        behind = Gauge.builder()
                .name("smp_webhook_behind")
                .help("Changes that a receiver does not have yet")
                .labelNames("receiver")
                .register(registry);
    }

    /** The figures of this receiver, as zero. */
    void exist(Follower receiver) {
        delivered.initLabelValues(receiver.code());
        failed.initLabelValues(receiver.code());
        givenUp.initLabelValues(receiver.code());
    }

    void sent(Follower receiver, DeliveryOutcome outcome) {
        (outcome == DeliveryOutcome.DELIVERED ? delivered : failed)
                .labelValues(receiver.code())
                .inc();
    }

    void givenUp(Follower receiver) {
        givenUp.labelValues(receiver.code()).inc();
    }

    void behind(Follower receiver, long count) {
        behind.labelValues(receiver.code()).set(count);
    }
}
