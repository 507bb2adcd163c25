package org.medexam.smp.server.window;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.ticket.ReviewerRole;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.view.DossierView;
import org.medexam.smp.server.view.DossierViews;

/** {@code PUT /dossiers/{no}/window}: one dossier's own upload window. */
@Path("v1/dossiers/{no}/window")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WindowResource {

    private final ExtendWindow extendWindow;
    private final DossierViews views;
    private final Actor actor;

    @Inject
    WindowResource(ExtendWindow extendWindow, DossierViews views, Actor actor) {
        this.extendWindow = extendWindow;
        this.views = views;
        this.actor = actor;
    }

    @PUT
    @Access({CallerKind.REVIEWER, CallerKind.MP})
    public DossierView extend(@PathParam("no") String no, WindowRequest window) {
        if (window == null) {
            throw Refusal.of(RefusalCode.MALFORMED_REQUEST, "no body");
        }
        Caller caller = actor.caller();
        if (caller instanceof Caller.Reviewer reviewer && reviewer.role() != ReviewerRole.DISTRICT) {
            throw Refusal.of(RefusalCode.NOT_ALLOWED, "windows are the district's");
        }
        return views.of(extendWindow.extend(actor, no, window), caller);
    }
}
