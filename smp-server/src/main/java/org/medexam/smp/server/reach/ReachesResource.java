package org.medexam.smp.server.reach;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.medexam.smp.core.settings.HttpSettings;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.audit.AuditTrail;

/** {@code /control/reaches}: the tool asks for an address to open outside, and what became of it. */
@Path("v1/control/reaches")
@Produces(MediaType.APPLICATION_JSON)
public class ReachesResource {

    private final Reaches reaches;
    private final AuditTrail audit;
    private final Actor actor;
    private final HttpSettings http;

    @Inject
    ReachesResource(Reaches reaches, AuditTrail audit, Actor actor, HttpSettings http) {
        this.reaches = reaches;
        this.audit = audit;
        this.actor = actor;
        this.http = http;
    }

    /** @param address for the phone, under the server's public name */
    public record Begun(String id, String address, Instant expiresAt) {}

    /**
     * @param opened whether a phone opened the address
     * @param outside whether it did so from the internet; null until then
     * @param measured null until it is
     */
    public record State(boolean opened, Boolean outside, Measurement measured) {}

    @POST
    @Access(CallerKind.CONTROL)
    public Response begin(@Context HttpServletRequest request) {
        Reach reach = reaches.begin();
        audit.write(actor, AuditTrail.Action.REACH_BEGUN, null, reach.id());
        String page = http.publicUrl() + request.getContextPath() + ReachPage.BELOW + reach.token();
        return Response.status(Response.Status.CREATED)
                .entity(new Begun(reach.id(), page, reach.expiresAt()))
                .build();
    }

    @GET
    @Path("{id}")
    @Access(CallerKind.CONTROL)
    public State show(@PathParam("id") String id) {
        Reach reach = reaches.byId(id);
        return new State(
                reach.outside().isPresent(),
                reach.outside().orElse(null),
                reach.measured().orElse(null));
    }

    @DELETE
    @Path("{id}")
    @Access(CallerKind.CONTROL)
    public void end(@PathParam("id") String id) {
        reaches.end(id);
    }
}
