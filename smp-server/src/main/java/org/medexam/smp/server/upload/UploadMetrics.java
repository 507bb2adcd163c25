package org.medexam.smp.server.upload;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.medexam.smp.core.refusal.Refusal;

/** What each step of the upload costs, and how uploads end. */
@Singleton
public class UploadMetrics {

    private final Histogram steps;
    private final Counter uploads;
    private final Counter received;

    @Inject
    UploadMetrics(PrometheusRegistry registry) {
        steps = Histogram.builder()
                .name("smp_upload_step_seconds")
                .help("Time of each step of an upload")
                .labelNames("step")
                .classicUpperBounds(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)
                .register(registry);
        uploads = Counter.builder()
                .name("smp_uploads_total")
                .help("Uploads by their outcome: created, same, or the code of the refusal")
                .labelNames("outcome")
                .register(registry);
        received = Counter.builder()
                .name("smp_upload_read_bytes_total")
                .help("Bytes of uploads' bodies that were read, refused ones too")
                .register(registry);
    }

    /** Being observed makes the figures exist from the start, as zero, and not from the first upload. */
    void exist(@Observes @Initialized(ApplicationScoped.class) Object start) {}

    void read(int bytes) {
        received.inc(bytes);
    }

    <T> T inspecting(Supplier<T> step) {
        return timed("inspect", step);
    }

    <T> T stamping(Supplier<T> step) {
        return timed("stamp", step);
    }

    <T> T storing(Supplier<T> step) {
        return timed("store", step);
    }

    <T> T recording(Supplier<T> step) {
        return timed("record", step);
    }

    private <T> T timed(String name, Supplier<T> step) {
        long begun = System.nanoTime();
        try {
            return step.get();
        } finally {
            steps.labelValues(name).observe((System.nanoTime() - begun) / 1e9);
        }
    }

    UploadPicture.Uploaded counting(Supplier<UploadPicture.Uploaded> upload) {
        try {
            UploadPicture.Uploaded uploaded = upload.get();
            uploads.labelValues(uploaded.created() ? "created" : "same").inc();
            return uploaded;
        } catch (Refusal refused) {
            uploads.labelValues(refused.code().code()).inc();
            throw refused;
        }
    }
}
