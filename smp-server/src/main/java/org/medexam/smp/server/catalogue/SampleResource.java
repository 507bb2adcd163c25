package org.medexam.smp.server.catalogue;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.cataloguefile.SamplePicture;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.CallerKind;

/**
 * {@code …/sample}: the page behind 示例, for a person. Open to anyone: it is a link that a browser follows, also from
 * SP's pages, and a link carries no ticket, nor across sites the session's cookie. It shows the published notice's
 * words and a drawing of nobody.
 */
@Path("v1/catalogues/{id}/materials/{code}/sample")
public class SampleResource {

    /** Two files of this server and nothing else; no script at all. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private static final String AN_HOUR = "public, max-age=3600";

    private final Catalogue catalogue;
    private final Samples samples;

    @Inject
    SampleResource(Catalogue catalogue, Samples samples) {
        this.catalogue = catalogue;
        this.samples = samples;
    }

    @GET
    @Produces("text/html;charset=UTF-8")
    @Access(CallerKind.ANYONE)
    public Response page(@PathParam("id") String id, @PathParam("code") String code, @Context ServletContext context) {
        Profile profile = catalogue.profile(id).orElseThrow(SampleResource::notFound);
        MaterialEntry entry = profile.material(code)
                .filter(known -> samples.isShown(profile, known))
                .orElseThrow(SampleResource::notFound);
        SamplePage page = new SamplePage(profile, entry, samples.hasPicture(profile, entry), context.getContextPath());
        return Response.ok(page.html())
                .header(HttpHeaders.CACHE_CONTROL, AN_HOUR)
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    @GET
    @Path("picture")
    @Produces({"image/jpeg", "image/png"})
    @Access(CallerKind.ANYONE)
    public Response picture(@PathParam("id") String id, @PathParam("code") String code) {
        SamplePicture picture = samples.picture(id, code).orElseThrow(SampleResource::notFound);
        return Response.ok(picture.bytes(), picture.format().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, AN_HOUR)
                .build();
    }

    private static Refusal notFound() {
        return Refusal.of(RefusalCode.NOT_FOUND, "nothing to show of such a material");
    }
}
