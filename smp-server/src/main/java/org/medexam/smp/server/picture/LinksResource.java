package org.medexam.smp.server.picture;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.core.settings.HttpSettings;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.material.Pictures;
import org.medexam.smp.server.material.StoredPicture;

/** {@code POST /dossiers/{no}/links}: addresses which MP's own page can put into {@code <img>} (A6). */
@Path("v1/dossiers/{no}/links")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {

    private static final int MAX_NAME = 80;

    private final Dossiers dossiers;
    private final Pictures pictures;
    private final LinkSigner signer;
    private final AuditTrail audit;
    private final Actor actor;
    private final ZoneId zone;
    private final String base;

    @Inject
    LinksResource(
            Dossiers dossiers,
            Pictures pictures,
            LinkSigner signer,
            AuditTrail audit,
            Actor actor,
            DistrictSettings district,
            HttpSettings http,
            ServletContext context) {
        this.dossiers = dossiers;
        this.pictures = pictures;
        this.signer = signer;
        this.audit = audit;
        this.actor = actor;
        this.zone = district.zone();
        this.base = http.publicUrl() + context.getContextPath() + "/api/v1/linked-images/";
    }

    @POST
    @Access(CallerKind.MP)
    public LinkViews make(@PathParam("no") String no, LinksRequest request) {
        Caller caller = actor.caller();
        Dossier dossier = dossiers.visibleTo(caller, no);
        if (request == null || request.reviewer() == null || !isName(request.reviewer())) {
            throw Refusal.of(RefusalCode.INVALID, "no reviewer named")
                    .with("members", List.of(Map.of("member", "reviewer", "reason", "missing")));
        }
        audit.write(actor, AuditTrail.Action.LINKS_MADE, no, request.reviewer());
        Instant expiry = signer.expiry();
        return new LinkViews(
                pictures.of(dossier.id()).stream()
                        .map(picture -> link(picture, expiry.getEpochSecond()))
                        .toList(),
                Instant.ofEpochSecond(expiry.getEpochSecond()).atZone(zone).toOffsetDateTime());
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= MAX_NAME;
    }

    private LinkViews.Link link(StoredPicture picture, long expires) {
        return new LinkViews.Link(
                picture.publicId(),
                picture.materialCode(),
                url(LinkSigner.View.PICTURE, picture, "", expires),
                url(LinkSigner.View.THUMBNAIL, picture, "/thumbnail", expires));
    }

    private String url(LinkSigner.View view, StoredPicture picture, String path, long expires) {
        return base + picture.publicId() + path + "?expires=" + expires + "&signature="
                + signer.sign(view, picture.publicId(), expires);
    }
}
