package org.medexam.smp.server.reach;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SplittableRandom;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.access.ClientAddress;

/** {@code /reach/{token}}: what the page on the phone asks; who knows the token may, until it has its result. */
@Path("v1/reach/{token}")
public class ReachResource {

    private static final int PIECE = 1 << 20;
    private static final int BUFFER = 64 << 10;

    private final Reaches reaches;
    private final ClientAddress address;

    @Inject
    ReachResource(Reaches reaches, ClientAddress address) {
        this.reaches = reaches;
        this.address = address;
    }

    /** How much the page may measure with, in bytes. */
    public record Budget(long down, long up, int piece) {}

    @POST
    @Path("opening")
    @Produces(MediaType.APPLICATION_JSON)
    @Access(CallerKind.ANYONE)
    public Budget open(@PathParam("token") String token, @Context HttpServletRequest request) {
        reaches.byToken(token).open(address.isPublic(request));
        return new Budget(Reach.DOWN, Reach.UP, PIECE);
    }

    /** Nothing, so that what it takes is the way there and back. */
    @GET
    @Path("echo")
    @Access(CallerKind.ANYONE)
    public void echo(@PathParam("token") String token) {
        reaches.byToken(token).call();
    }

    /** Random, so that nothing in between makes it smaller. */
    @GET
    @Path("bytes")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Access(CallerKind.ANYONE)
    public Response send(@PathParam("token") String token) {
        reaches.byToken(token).send(PIECE);
        StreamingOutput bytes = ReachResource::writeRandom;
        return Response.ok(bytes).header(HttpHeaders.CONTENT_LENGTH, PIECE).build();
    }

    private static void writeRandom(OutputStream out) throws IOException {
        SplittableRandom random = new SplittableRandom();
        byte[] buffer = new byte[BUFFER];
        for (int sent = 0; sent < PIECE; sent += BUFFER) {
            random.nextBytes(buffer);
            out.write(buffer);
        }
    }

    /** Read and forgotten. */
    @POST
    @Path("bytes")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Access(CallerKind.ANYONE)
    public void receive(@PathParam("token") String token, InputStream body) throws IOException {
        Reach reach = reaches.byToken(token);
        reach.call();
        byte[] buffer = new byte[BUFFER];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            reach.receive(read);
        }
    }

    @POST
    @Path("result")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(CallerKind.ANYONE)
    public void end(@PathParam("token") String token, Measurement measured) {
        Reach reach = reaches.byToken(token);
        if (measured == null) {
            throw Refusal.of(RefusalCode.MALFORMED_REQUEST, "no body");
        }
        measured.check();
        reach.end(measured);
    }
}
