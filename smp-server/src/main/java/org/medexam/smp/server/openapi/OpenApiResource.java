package org.medexam.smp.server.openapi;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.CallerKind;

/** {@code /openapi.json}, and at the API's root a page that shows it. */
@Path("")
public class OpenApiResource {

    /** Permits scripts, styles and calls of this server only, and no framing. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String NO_CACHE = "no-cache";

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Access(CallerKind.ANYONE)
    public Response document() {
        return Response.ok(resource("/openapi/openapi.json"))
                .header(HttpHeaders.CACHE_CONTROL, NO_CACHE)
                .build();
    }

    /** Redirects an address without the trailing slash, because the page's links are relative. */
    @GET
    @Produces("text/html;charset=UTF-8")
    @Access(CallerKind.ANYONE)
    public Response page(@Context HttpServletRequest request, @Context ServletContext context) {
        if (!request.getRequestURI().endsWith("/")) {
            return Response.seeOther(URI.create(context.getContextPath() + request.getServletPath() + "/"))
                    .build();
        }
        return Response.ok(resource("/openapi/page.html"))
                .header(HttpHeaders.CACHE_CONTROL, NO_CACHE)
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    private static byte[] resource(String name) {
        try (InputStream in = OpenApiResource.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
