package org.medexam.smp.server.review;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.view.DossierViews;
import org.medexam.smp.server.wire.Json;

/** {@code /dossiers/{no}/reviews}: judge, and look at what was judged. */
@Path("v1/dossiers/{no}/reviews")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewsResource {

    private final ReviewDossier reviewDossier;
    private final Reviews reviews;
    private final Dossiers dossiers;
    private final DossierViews views;
    private final Actor actor;

    @Inject
    ReviewsResource(ReviewDossier reviewDossier, Reviews reviews, Dossiers dossiers, DossierViews views, Actor actor) {
        this.reviewDossier = reviewDossier;
        this.reviews = reviews;
        this.dossiers = dossiers;
        this.views = views;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access({CallerKind.REVIEWER, CallerKind.MP})
    public Response review(@PathParam("no") String no, ReviewRequest review) {
        if (review == null) {
            throw Refusal.of(RefusalCode.MALFORMED_REQUEST, "no body");
        }
        Caller caller = actor.caller();
        Dossier dossier = reviewDossier.review(actor, no, review);
        return Response.status(201).entity(views.of(dossier, caller)).build();
    }

    @GET
    @Access({CallerKind.REVIEWER, CallerKind.MP})
    public ReviewView.All all(@PathParam("no") String no) {
        Dossier dossier = dossiers.visibleTo(actor.caller(), no);
        return new ReviewView.All(
                reviews.of(dossier.id()).stream().map(this::view).toList());
    }

    private ReviewView view(Review review) {
        return new ReviewView(
                views.time(review.at()),
                review.stage(),
                review.decision(),
                review.problem(),
                review.opinion(),
                review.feedback(),
                Json.read(review.materials(), new TypeReference<>() {}),
                review.dueAt() == null ? null : views.time(review.dueAt()),
                review.version(),
                review.by().account(),
                review.by().name(),
                review.by().via(),
                Json.read(review.images(), new TypeReference<>() {}));
    }
}
