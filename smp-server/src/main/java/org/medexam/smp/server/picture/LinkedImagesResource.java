package org.medexam.smp.server.picture;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.imaging.inspect.PictureFormat;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.material.Pictures;
import org.medexam.smp.server.material.StoredPicture;

/** Where the links lead: the signature in the address is the caller's right to this one picture. */
@Path("v1/linked-images/{id}")
public class LinkedImagesResource {

    private final Pictures pictures;
    private final PictureAccess kept;
    private final Thumbnails thumbnails;
    private final LinkSigner signer;

    @Inject
    LinkedImagesResource(Pictures pictures, PictureAccess kept, Thumbnails thumbnails, LinkSigner signer) {
        this.pictures = pictures;
        this.kept = kept;
        this.thumbnails = thumbnails;
        this.signer = signer;
    }

    @GET
    @Access(CallerKind.ANYONE)
    public Response picture(
            @PathParam("id") String id,
            @QueryParam("expires") long expires,
            @QueryParam("signature") String signature) {
        signer.check(LinkSigner.View.PICTURE, id, expires, signature);
        StoredPicture picture = find(id);
        return embeddable(kept.bytes(picture), picture.format());
    }

    @GET
    @Path("thumbnail")
    @Access(CallerKind.ANYONE)
    public Response thumbnail(
            @PathParam("id") String id,
            @QueryParam("expires") long expires,
            @QueryParam("signature") String signature) {
        signer.check(LinkSigner.View.THUMBNAIL, id, expires, signature);
        return embeddable(thumbnails.of(find(id)), PictureFormat.JPEG);
    }

    private StoredPicture find(String id) {
        return pictures.find(id).orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "destroyed meanwhile"));
    }

    private static Response embeddable(byte[] bytes, PictureFormat format) {
        return Response.ok(bytes, format.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
