package org.medexam.smp.server.picture;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.medexam.smp.imaging.inspect.PictureFormat;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.material.StoredPicture;
import org.medexam.smp.server.upload.RemovePicture;

/** {@code /images/{id}}: the stamped picture, its thumbnail, and taking it back. {@code HEAD} comes with {@code GET}. */
@Path("v1/images/{id}")
public class ImagesResource {

    private static final String PRIVATE = "private, no-cache";

    private final PictureAccess kept;
    private final Thumbnails thumbnails;
    private final RemovePicture removePicture;
    private final Actor actor;

    @Inject
    ImagesResource(PictureAccess kept, Thumbnails thumbnails, RemovePicture removePicture, Actor actor) {
        this.kept = kept;
        this.thumbnails = thumbnails;
        this.removePicture = removePicture;
        this.actor = actor;
    }

    @GET
    @Access({CallerKind.CANDIDATE, CallerKind.REVIEWER, CallerKind.SP, CallerKind.MP})
    public Response picture(
            @PathParam("id") String id,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @Context Request conditions) {
        StoredPicture picture = kept.seenBy(actor.caller(), id);
        EntityTag tag = new EntityTag(picture.keptSha256());
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).header(HttpHeaders.CACHE_CONTROL, PRIVATE).build();
        }
        boolean rangeHolds = ifRange == null || ifRange.equals("\"" + tag.getValue() + "\"");
        Optional<ByteRange> part = rangeHolds ? ByteRange.in(range, picture.bytes()) : Optional.empty();
        byte[] bytes = kept.bytes(picture);
        Response.ResponseBuilder answer = part.map(wanted -> holding(
                                Response.Status.PARTIAL_CONTENT,
                                Arrays.copyOfRange(bytes, wanted.first(), wanted.last() + 1))
                        .header("Content-Range", "bytes " + wanted.first() + "-" + wanted.last() + "/" + bytes.length))
                .orElseGet(() -> holding(Response.Status.OK, bytes));
        return dressed(answer, picture.format(), picture.publicId(), tag)
                .header("Accept-Ranges", "bytes")
                .build();
    }

    @GET
    @Path("thumbnail")
    @Access({CallerKind.CANDIDATE, CallerKind.REVIEWER, CallerKind.SP, CallerKind.MP})
    public Response thumbnail(@PathParam("id") String id, @Context Request conditions) {
        StoredPicture picture = kept.seenBy(actor.caller(), id);
        EntityTag tag = new EntityTag(picture.keptSha256() + "-thumbnail");
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).header(HttpHeaders.CACHE_CONTROL, PRIVATE).build();
        }
        Response.ResponseBuilder answer = holding(Response.Status.OK, thumbnails.of(picture));
        return dressed(answer, PictureFormat.JPEG, picture.publicId() + "-thumbnail", tag)
                .build();
    }

    @DELETE
    @Access({CallerKind.CANDIDATE, CallerKind.SP})
    public Response remove(@PathParam("id") String id) {
        removePicture.remove(actor, id);
        return Response.noContent().build();
    }

    /** The length is said here, or HEAD would be answered with one of 0. */
    private static Response.ResponseBuilder holding(Response.Status status, byte[] bytes) {
        return Response.status(status).entity(bytes).header(HttpHeaders.CONTENT_LENGTH, bytes.length);
    }

    private static Response.ResponseBuilder dressed(
            Response.ResponseBuilder answer, PictureFormat format, String name, EntityTag tag) {
        return answer.type(format.mediaType())
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + name + "." + format.extension() + "\"");
    }
}
