package org.medexam.smp.server.backup;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.CallerKind;

/** {@code /control/backups}: asks for a backup, and how far it is. */
@Path("v1/control/backups")
@Produces(MediaType.APPLICATION_JSON)
public class BackupsResource {

    private final Backups backups;

    @Inject
    BackupsResource(Backups backups) {
        this.backups = backups;
    }

    /** Starts one, where none runs already. */
    @POST
    @Access(CallerKind.CONTROL)
    public Response start() {
        backups.start();
        return Response.accepted(backups.view()).build();
    }

    @GET
    @Access(CallerKind.CONTROL)
    public Response show() {
        return Response.ok(backups.view()).build();
    }
}
