package org.medexam.smp.server.health;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.medexam.smp.core.launch.Program;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.access.ClientAddress;

/** {@code /health/live} and {@code /health/ready}. Only this machine and MP receive the details. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    /** Start of this process. */
    private static final OffsetDateTime STARTED_AT = Instant.ofEpochMilli(
                    ManagementFactory.getRuntimeMXBean().getStartTime())
            .atOffset(ZoneOffset.UTC);

    private final Readiness readiness;
    private final ClientAddress address;
    private final Actor actor;

    @Inject
    HealthResource(Readiness readiness, ClientAddress address, Actor actor) {
        this.readiness = readiness;
        this.address = address;
        this.actor = actor;
    }

    @GET
    @Path("live")
    @Access(CallerKind.ANYONE)
    public Map<String, String> live() {
        return Map.of("status", "up");
    }

    @GET
    @Path("ready")
    @Access(CallerKind.ANYONE)
    public Response ready(@Context HttpServletRequest request) {
        Readiness.Result result = readiness.now();
        String status = result.isUp() ? "up" : "down";
        boolean detailed = address.isLoopback(request) || actor.caller().kind() == CallerKind.MP;
        Object body = detailed
                ? new Details(
                        status, result.database(), result.storage(), result.freeBytes(), Program.version(), STARTED_AT)
                : Map.of("status", status);
        return Response.status(result.isUp() ? 200 : 503).entity(body).build();
    }

    record Details(
            String status, String database, String storage, long freeBytes, String version, OffsetDateTime since) {}
}
