package org.medexam.smp.server.health;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.access.ClientAddress;

/** {@code /metrics} in Prometheus' text format, for this machine and MP only. */
@Path("metrics")
public class MetricsResource {

    private final PrometheusRegistry registry;
    private final ClientAddress address;
    private final Actor actor;

    @Inject
    MetricsResource(PrometheusRegistry registry, ClientAddress address, Actor actor) {
        this.registry = registry;
        this.address = address;
        this.actor = actor;
    }

    @GET
    @Produces(PrometheusTextFormatWriter.CONTENT_TYPE)
    @Access(CallerKind.ANYONE)
    public StreamingOutput metrics(@Context HttpServletRequest request) {
        if (!address.isLoopback(request) && actor.caller().kind() != CallerKind.MP) {
            throw Refusal.of(RefusalCode.NOT_FOUND, "metrics are only for this machine and MP");
        }
        return out -> PrometheusTextFormatWriter.create().write(out, registry.scrape());
    }
}
