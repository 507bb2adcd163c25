package org.medexam.smp.server.picture;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.Dossiers;

/** {@code GET /dossiers/{no}/archive.zip}. */
@Path("v1/dossiers/{no}/archive.zip")
public class ArchiveResource {

    private final Dossiers dossiers;
    private final DossierArchive archive;
    private final AuditTrail audit;
    private final Actor actor;

    @Inject
    ArchiveResource(Dossiers dossiers, DossierArchive archive, AuditTrail audit, Actor actor) {
        this.dossiers = dossiers;
        this.archive = archive;
        this.audit = audit;
        this.actor = actor;
    }

    @GET
    @Produces("application/zip")
    @Access({CallerKind.REVIEWER, CallerKind.MP})
    public Response archive(@PathParam("no") String no) {
        Caller caller = actor.caller();
        Dossier dossier = dossiers.visibleTo(caller, no);
        audit.write(actor, AuditTrail.Action.ARCHIVE_FETCHED, no, null);
        DossierArchive.Contents contents = archive.of(dossier);
        StreamingOutput zip = out -> archive.write(contents, out);
        return Response.ok(zip)
                .header(HttpHeaders.CONTENT_LENGTH, contents.length())
                // or a client of one that broke off would wait for the rest until the line is found idle
                .header("Connection", "close")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + no + ".zip\"")
                .build();
    }
}
