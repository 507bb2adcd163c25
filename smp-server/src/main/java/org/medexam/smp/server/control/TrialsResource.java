package org.medexam.smp.server.control;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.access.SessionToken;
import org.medexam.smp.server.access.Sessions;

/** {@code /control/trials}: a trial dossier and the session of its candidate. */
@Path("v1/control/trials")
@Produces(MediaType.APPLICATION_JSON)
public class TrialsResource {

    private static final Duration SESSION_LIFETIME = Duration.ofMinutes(15);

    /** Every catalogue has this material (contract §4). */
    private static final String MATERIAL = "OTHER";

    private final Trials trials;
    private final Sessions sessions;
    private final Actor actor;

    @Inject
    TrialsResource(Trials trials, Sessions sessions, Actor actor) {
        this.trials = trials;
        this.sessions = sessions;
        this.actor = actor;
    }

    /**
     * @param session value of the cookie {@code smp-session}, valid for 15 minutes
     * @param csrf value of the header {@code X-CSRF-Token}
     * @param material code of a material that takes pictures
     */
    public record Trial(String no, String session, String csrf, String material) {}

    @POST
    @Access(CallerKind.CONTROL)
    public Response begin() {
        String no = trials.begin(actor);
        SessionToken session = sessions.open(new Caller.Candidate(no, Optional.empty()), SESSION_LIFETIME);
        return Response.status(Response.Status.CREATED)
                .entity(new Trial(no, session.value(), session.csrf(), MATERIAL))
                .build();
    }

    @DELETE
    @Path("{no}")
    @Access(CallerKind.CONTROL)
    public void end(@PathParam("no") String no) {
        trials.end(no, actor);
    }
}
