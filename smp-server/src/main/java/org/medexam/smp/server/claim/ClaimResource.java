package org.medexam.smp.server.claim;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.dossier.Claim;
import org.medexam.smp.server.view.DossierViews;

/** {@code /dossiers/{no}/claim}: take a case and give it back. */
@Path("v1/dossiers/{no}/claim")
@Produces(MediaType.APPLICATION_JSON)
public class ClaimResource {

    private final ClaimDossier claims;
    private final DossierViews views;
    private final Actor actor;

    @Inject
    ClaimResource(ClaimDossier claims, DossierViews views, Actor actor) {
        this.claims = claims;
        this.views = views;
        this.actor = actor;
    }

    /** @param until when it ends by itself, unless it is used */
    record ClaimAnswer(String by, String name, OffsetDateTime until) {}

    @POST
    @Access(CallerKind.REVIEWER)
    public ClaimAnswer take(@PathParam("no") String no) {
        Claim claim = claims.take(reviewer(), no);
        return new ClaimAnswer(claim.account(), claim.displayName(), views.time(claim.until()));
    }

    @DELETE
    @Access(CallerKind.REVIEWER)
    public Response giveBack(@PathParam("no") String no) {
        claims.giveBack(reviewer(), no);
        return Response.noContent().build();
    }

    private Caller.Reviewer reviewer() {
        return (Caller.Reviewer) actor.caller();
    }
}
