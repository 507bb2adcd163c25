package org.medexam.smp.server.upload;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Providers;
import java.io.InputStream;
import java.net.URI;
import org.medexam.smp.core.settings.PictureSettings;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.registration.RegisterFromTicket;
import org.medexam.smp.server.view.DossierViews;
import org.medexam.smp.server.view.ImageView;

/** {@code POST /dossiers/{no}/materials/{code}/images}. */
@Path("v1/dossiers/{no}/materials/{code}/images")
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {

    private final UploadPicture uploadPicture;
    private final RegisterFromTicket firstVisit;
    private final UploadThrottle throttle;
    private final UploadMetrics metrics;
    private final DossierViews views;
    private final Actor actor;
    private final PictureSettings settings;

    @Inject
    UploadsResource(
            UploadPicture uploadPicture,
            RegisterFromTicket firstVisit,
            UploadThrottle throttle,
            UploadMetrics metrics,
            DossierViews views,
            Actor actor,
            PictureSettings settings) {
        this.uploadPicture = uploadPicture;
        this.firstVisit = firstVisit;
        this.throttle = throttle;
        this.metrics = metrics;
        this.views = views;
        this.actor = actor;
        this.settings = settings;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access({CallerKind.CANDIDATE, CallerKind.SP})
    public Response upload(
            @PathParam("no") String no,
            @PathParam("code") String code,
            InputStream body,
            @Context HttpHeaders headers,
            @Context Providers providers) {
        Caller caller = actor.caller();
        if (caller instanceof Caller.Candidate candidate) {
            throttle.admit(candidate);
            if (candidate.dossierNo().equals(no)) {
                firstVisit.of(candidate, actor);
            }
        }
        UploadPicture.Uploaded uploaded = metrics.counting(() -> uploadPicture.upload(
                actor, no, code, new UploadBody(providers, headers, body, settings.maxBytes(), metrics::read)));
        ImageView view = views.of(uploaded.picture());
        return Response.status(uploaded.created() ? 201 : 200)
                .location(URI.create(view.url()))
                .entity(view)
                .build();
    }
}
