package org.medexam.smp.server.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.view.DossierViews;
import org.medexam.smp.server.wire.Json;

/** {@code /dossiers/{no}/submission}: submits a dossier and returns its receipt. */
@Path("v1/dossiers/{no}/submission")
public class SubmissionResource {

    private final SubmitDossier submitDossier;
    private final Submissions submissions;
    private final Dossiers dossiers;
    private final ReceiptPaper paper;
    private final DossierViews views;
    private final Actor actor;

    @Inject
    SubmissionResource(
            SubmitDossier submitDossier,
            Submissions submissions,
            Dossiers dossiers,
            ReceiptPaper paper,
            DossierViews views,
            Actor actor) {
        this.submitDossier = submitDossier;
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.paper = paper;
        this.views = views;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Access(CallerKind.CANDIDATE)
    public Response submit(@PathParam("no") String no, SubmissionRequest submission) {
        if (submission == null) {
            throw Refusal.of(RefusalCode.MALFORMED_REQUEST, "no body");
        }
        Receipt receipt = submitDossier.submit(actor, no, submission);
        return Response.status(201).entity(receipt).build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Access({CallerKind.CANDIDATE, CallerKind.REVIEWER, CallerKind.SP, CallerKind.MP})
    public Response receipt(@PathParam("no") String no) {
        return Response.ok(receipt(dossiers.visibleTo(actor.caller(), no)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("receipt.pdf")
    @Produces("application/pdf")
    @Access({CallerKind.CANDIDATE, CallerKind.REVIEWER, CallerKind.SP, CallerKind.MP})
    public Response paper(@PathParam("no") String no) {
        Dossier dossier = dossiers.visibleTo(actor.caller(), no);
        return Response.ok(paper.of(dossier, receipt(dossier)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt-" + no + ".pdf\"")
                .build();
    }

    /** @throws Refusal {@code NOT_FOUND} if the dossier was never submitted */
    private Receipt receipt(Dossier dossier) {
        Submission last = submissions
                .last(dossier.id())
                .orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "nothing was submitted yet"));
        return new Receipt(
                views.time(last.at()),
                last.message(),
                Json.read(last.images(), new TypeReference<>() {}),
                last.signature(),
                last.seal());
    }
}
