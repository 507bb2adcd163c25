package org.medexam.smp.server.health;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Registers the metrics of the JVM, three of them also under names of SMP. */
class ProcessMetrics {

    void register(@Observes @Initialized(ApplicationScoped.class) Object start, PrometheusRegistry registry) {
        JvmMetrics.builder().register(registry);
        Runtime runtime = Runtime.getRuntime();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        GaugeWithCallback.builder()
                .name("smp_heap_used_bytes")
                .help("Used heap")
                .callback(gauge -> gauge.call(runtime.totalMemory() - runtime.freeMemory()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("smp_heap_max_bytes")
                .help("Maximum heap")
                .callback(gauge -> gauge.call(runtime.maxMemory()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("smp_threads")
                .help("Live threads")
                .callback(gauge -> gauge.call(threads.getThreadCount()))
                .register(registry);
    }
}
