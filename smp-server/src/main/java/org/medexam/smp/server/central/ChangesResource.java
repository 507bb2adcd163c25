package org.medexam.smp.server.central;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.CallerKind;

/** {@code GET /changes}: whoever follows {@code next} gets every change once and in order. */
@Path("v1/changes")
@Produces(MediaType.APPLICATION_JSON)
public class ChangesResource {

    /** Number of the oldest change that is kept, where older ones were asked for: what was between is missed. */
    static final String BEGIN_AT = "Changes-Begin-At";

    private final FollowChanges followChanges;
    private final ChangeViews views;
    private final Actor actor;

    @Inject
    ChangesResource(FollowChanges followChanges, ChangeViews views, Actor actor) {
        this.followChanges = followChanges;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Access({CallerKind.MP, CallerKind.SP})
    public CompletionStage<Response> changes(
            @QueryParam("after") String after, @QueryParam("limit") String limit, @QueryParam("wait") String wait) {
        Follower follower = actor.caller().kind() == CallerKind.SP ? Follower.SP : Follower.MP;
        FollowRequest request = FollowRequest.of(after, limit, wait);
        return followChanges.follow(follower, request).thenApply(page -> answer(page, request));
    }

    private Response answer(ChangePage page, FollowRequest request) {
        Response.ResponseBuilder answer = Response.ok(views.of(page)).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.after().isPresent()) {
            page.begins().ifPresent(oldest -> answer.header(BEGIN_AT, oldest));
        }
        return answer.build();
    }
}
