package org.medexam.smp.server.view;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierQuery;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.dossier.Registration;
import org.medexam.smp.server.registration.RegisterDossier;
import org.medexam.smp.server.registration.RegisterFromTicket;

/** {@code /dossiers}: register, look at, list, search. */
@Path("v1/dossiers")
@Produces(MediaType.APPLICATION_JSON)
public class DossiersResource {

    private static final String PRIVATE = "private, no-cache";

    private final Dossiers dossiers;
    private final RegisterDossier registerDossier;
    private final RegisterFromTicket firstVisit;
    private final DossierViews views;
    private final Actor actor;

    @Inject
    DossiersResource(
            Dossiers dossiers,
            RegisterDossier registerDossier,
            RegisterFromTicket firstVisit,
            DossierViews views,
            Actor actor) {
        this.dossiers = dossiers;
        this.registerDossier = registerDossier;
        this.firstVisit = firstVisit;
        this.views = views;
        this.actor = actor;
    }

    @PUT
    @Path("{no}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(CallerKind.SP)
    public Response register(@PathParam("no") String no, Registration registration) {
        if (registration == null) {
            throw Refusal.of(RefusalCode.MALFORMED_REQUEST, "no body");
        }
        Caller caller = actor.caller();
        RegisterDossier.Registered registered = registerDossier.register(no, registration, actor);
        return Response.status(registered.created() ? 201 : 200)
                .tag(new EntityTag(views.tag(registered.dossier(), caller)))
                .entity(views.of(registered.dossier(), caller))
                .build();
    }

    @GET
    @Path("{no}")
    @Access({CallerKind.CANDIDATE, CallerKind.REVIEWER, CallerKind.SP, CallerKind.MP})
    public Response show(@PathParam("no") String no, @Context Request conditions) {
        Caller caller = actor.caller();
        if (caller instanceof Caller.Candidate candidate
                && candidate.dossierNo().equals(no)) {
            firstVisit.of(candidate, actor);
        }
        Dossier dossier = dossiers.visibleTo(caller, no);
        EntityTag tag = new EntityTag(views.tag(dossier, caller));
        Response.ResponseBuilder answer = conditions.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(views.of(dossier, caller));
        }
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, PRIVATE).build();
    }

    @GET
    @Access({CallerKind.REVIEWER, CallerKind.SP, CallerKind.MP})
    public DossierView.Page list(
            @QueryParam("state") String state,
            @QueryParam("site") String site,
            @QueryParam("category") String category,
            @QueryParam("changedSince") String changedSince,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        return page(
                DossierQuery.of(state, site, category, changedSince, after, DossierQuery.limitIn(limit)),
                actor.caller());
    }

    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access({CallerKind.REVIEWER, CallerKind.SP, CallerKind.MP})
    public DossierView.Page search(SearchRequest search) {
        if (search == null) {
            throw Refusal.of(RefusalCode.MALFORMED_REQUEST, "no body");
        }
        if (search.text() == null || search.text().isBlank()) {
            throw Refusal.of(RefusalCode.INVALID, "nothing to search for")
                    .with("members", List.of(Map.of("member", "text", "reason", "missing")));
        }
        DossierQuery query = DossierQuery.of(
                search.state(),
                search.site(),
                search.category(),
                search.changedSince(),
                search.after(),
                search.limit());
        return page(query.withText(search.text().strip()), actor.caller());
    }

    private DossierView.Page page(DossierQuery query, Caller caller) {
        List<Dossier> found = query.seenBy(caller).map(dossiers::page).orElse(List.of());
        boolean more = found.size() > query.limit();
        List<Dossier> page = more ? found.subList(0, query.limit()) : found;
        return new DossierView.Page(
                page.stream().map(dossier -> views.row(dossier, caller)).toList(),
                more ? String.valueOf(page.get(page.size() - 1).id()) : null);
    }
}
