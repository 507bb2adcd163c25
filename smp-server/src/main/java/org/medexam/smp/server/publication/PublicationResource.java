package org.medexam.smp.server.publication;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.ticket.ReviewerRole;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;

/** {@code POST /publication}: publishes the results of the district. */
@Path("v1/publication")
@Produces(MediaType.APPLICATION_JSON)
public class PublicationResource {

    private final PublishResults publishResults;
    private final Actor actor;

    @Inject
    PublicationResource(PublishResults publishResults, Actor actor) {
        this.publishResults = publishResults;
        this.actor = actor;
    }

    /** @param published how many results candidates can see from now on that they could not see before */
    record PublicationAnswer(int published) {}

    @POST
    @Access({CallerKind.REVIEWER, CallerKind.MP})
    public Response publish() {
        Caller caller = actor.caller();
        if (caller instanceof Caller.Reviewer reviewer && reviewer.role() != ReviewerRole.DISTRICT) {
            throw Refusal.of(RefusalCode.NOT_ALLOWED, "a site publishes nothing");
        }
        int published = publishResults.publish(actor);
        return Response.status(201).entity(new PublicationAnswer(published)).build();
    }
}
