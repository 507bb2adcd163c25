package org.medexam.smp.server.signing;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.medexam.smp.core.signature.Signer;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.CallerKind;

/** {@code GET /keys}: for whoever is shown a receipt or gets a webhook; public keys are no secret. */
@Path("v1/keys")
public class KeysResource {

    private final SigningKeys keys;

    @Inject
    KeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces("application/json")
    @Access(CallerKind.ANYONE)
    public Response keys() {
        return Response.ok(Signer.publicSet(keys.all()))
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
