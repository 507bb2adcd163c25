package org.medexam.smp.server.picture;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.access.ConnectionAbort;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.dossier.DossierQuery;

/** {@code GET /archive.zip}: the pictures of many dossiers. */
@Path("v1/archive.zip")
public class DossiersArchiveResource {

    private final DossiersArchive archive;
    private final AuditTrail audit;
    private final Actor actor;

    @Inject
    DossiersArchiveResource(DossiersArchive archive, AuditTrail audit, Actor actor) {
        this.archive = archive;
        this.audit = audit;
        this.actor = actor;
    }

    @GET
    @Produces("application/zip")
    @Access(CallerKind.MP)
    public Response archive(
            @QueryParam("site") String site,
            @QueryParam("state") String state,
            @QueryParam("category") String category,
            @QueryParam("changedSince") String changedSince,
            @Context HttpServletRequest request) {
        DossierQuery query = DossierQuery.of(state, site, category, changedSince, null, DossierQuery.MAX_PAGE);
        audit.write(actor, AuditTrail.Action.ARCHIVE_FETCHED, null, "many");
        ConnectionAbort connection = ConnectionAbort.of(request);
        StreamingOutput zip = out -> {
            try {
                archive.write(query, out);
            } catch (IOException | RuntimeException fault) {
                connection.abort(); // or what was cut would end like what is whole
                throw fault;
            }
        };
        return Response.ok(zip)
                // or a client of one that broke off would wait for the rest until the line is found idle
                .header("Connection", "close")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossiers.zip\"")
                .build();
    }
}
