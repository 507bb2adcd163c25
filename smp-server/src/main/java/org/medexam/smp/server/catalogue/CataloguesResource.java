package org.medexam.smp.server.catalogue;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.CallerKind;

/**
 * {@code /catalogues}: the profiles, one of them whole, and what one applicant hands in. For any caller (contract §4),
 * and a caller is whoever shows a ticket or a session (§2): the notices are no secret, but nobody without either needs
 * them from here, and the house refuses by default.
 */
@Path("v1/catalogues")
@Produces(MediaType.APPLICATION_JSON)
public class CataloguesResource {

    private static final String ASK_AGAIN = "private, no-cache";

    private final Catalogue catalogue;
    private final CatalogueViews views;

    @Inject
    CataloguesResource(Catalogue catalogue, CatalogueViews views) {
        this.catalogue = catalogue;
        this.views = views;
    }

    @GET
    @Access({CallerKind.CANDIDATE, CallerKind.REVIEWER, CallerKind.ACCOUNT_KEEPER, CallerKind.SP, CallerKind.MP})
    public CatalogueView.All list() {
        return views.all();
    }

    @GET
    @Path("{id}")
    @Access({CallerKind.CANDIDATE, CallerKind.REVIEWER, CallerKind.ACCOUNT_KEEPER, CallerKind.SP, CallerKind.MP})
    public Response show(@PathParam("id") String id, @Context Request conditions) {
        CatalogueViews.Whole whole = views.whole(id).orElseThrow(CataloguesResource::notFound);
        EntityTag tag = new EntityTag(whole.tag());
        Response.ResponseBuilder answer = conditions.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(whole.view());
        }
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN).build();
    }

    @POST
    @Path("{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access({CallerKind.CANDIDATE, CallerKind.REVIEWER, CallerKind.ACCOUNT_KEEPER, CallerKind.SP, CallerKind.MP})
    public ResolutionView resolve(@PathParam("id") String id, ResolutionRequest request) {
        Profile profile = catalogue.profile(id).orElseThrow(CataloguesResource::notFound);
        if (request == null) {
            throw Refusal.of(RefusalCode.MALFORMED_REQUEST, "no body");
        }
        return ResolutionView.of(profile.resolve(request.stated()));
    }

    private static Refusal notFound() {
        return Refusal.of(RefusalCode.NOT_FOUND, "no such catalogue");
    }
}
