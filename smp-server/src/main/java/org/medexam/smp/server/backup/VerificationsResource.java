package org.medexam.smp.server.backup;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.CallerKind;

/** {@code /control/verifications}: asks for a look at every picture, and how far it is. */
@Path("v1/control/verifications")
@Produces(MediaType.APPLICATION_JSON)
public class VerificationsResource {

    private final Verifications verifications;

    @Inject
    VerificationsResource(Verifications verifications) {
        this.verifications = verifications;
    }

    /**
     * Starts one, where none runs already.
     *
     * @param restart from the beginning, also where an earlier one was interrupted
     */
    @POST
    @Access(CallerKind.CONTROL)
    public Response start(@QueryParam("restart") @DefaultValue("false") boolean restart) {
        verifications.start(restart);
        return Response.accepted(verifications.view()).build();
    }

    @GET
    @Access(CallerKind.CONTROL)
    public Response show() {
        return Response.ok(verifications.view()).build();
    }
}
