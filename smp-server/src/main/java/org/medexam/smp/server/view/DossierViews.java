package org.medexam.smp.server.view;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.catalogue.Resolution;
import org.medexam.smp.core.catalogue.ResolvedMaterial;
import org.medexam.smp.core.catalogue.UploadWindow;
import org.medexam.smp.core.fact.FactName;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.core.settings.HttpSettings;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.catalogue.Samples;
import org.medexam.smp.server.catalogue.WindowView;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierState;
import org.medexam.smp.server.dossier.MaterialMark;
import org.medexam.smp.server.material.Material;
import org.medexam.smp.server.material.Materials;
import org.medexam.smp.server.material.StoredPicture;
import org.medexam.smp.server.message.Messages;

/** What travels: times in the district's zone, links under the server's own name, personal data masked. */
@Singleton
public class DossierViews {

    private final Materials materials;
    private final Messages messages;
    private final Samples samples;
    private final Clock clock;
    private final ZoneId zone;
    private final String images;

    @Inject
    DossierViews(
            Materials materials,
            Messages messages,
            Samples samples,
            Clock clock,
            DistrictSettings district,
            HttpSettings http,
            ServletContext context) {
        this.materials = materials;
        this.messages = messages;
        this.samples = samples;
        this.clock = clock;
        this.zone = district.zone();
        this.images = http.publicUrl() + context.getContextPath() + "/api/v1/images/";
    }

    public DossierView of(Dossier dossier, Caller caller) {
        Profile profile = materials.profile(dossier);
        UploadWindow window = materials.window(dossier);
        Resolution resolution = materials.resolution(dossier);
        return new DossierView(
                dossier.no(),
                stateFor(dossier, caller).code(),
                dossier.version(),
                materials.isLocked(dossier),
                dossier.exam(),
                dossier.site(),
                Masking.of(dossier.candidate(), caller),
                WindowView.of(window, clock.instant(), zone),
                resolution.missing().stream().map(FactName::wireName).toList(),
                resolution.covered(),
                new DossierView.Commitment(
                        profile.commitment().version(), profile.commitment().text()),
                materials.of(dossier).stream()
                        .map(material -> of(material, dossier, profile, caller))
                        .toList(),
                messages.of(dossier.id()).stream()
                        .filter(message -> !message.held() || dossier.isPublished() || caller.seesReviews())
                        .map(message ->
                                new DossierView.MessageView(time(message.at()), message.text(), message.sender()))
                        .toList(),
                stateFor(dossier, caller).isFinal() ? dossier.state().code() : null,
                flagged(materials.isOverdue(dossier)),
                flagged(!resolution.upload()),
                claimFor(dossier, caller));
    }

    /** A flag stands there only while it is up. */
    private static Boolean flagged(boolean up) {
        return up ? Boolean.TRUE : null;
    }

    private static DossierState stateFor(Dossier dossier, Caller caller) {
        return caller.seesReviews() ? dossier.state() : dossier.state().seenFromOutside(dossier.isPublished());
    }

    private DossierView.ClaimView claimFor(Dossier dossier, Caller caller) {
        return dossier.claim(clock.instant())
                .filter(claim -> caller.seesReviews())
                .map(claim -> new DossierView.ClaimView(claim.account(), claim.displayName(), time(claim.until())))
                .orElse(null);
    }

    /** Changes whenever the dossier's answer to this kind of caller may: with its version, the window and a claim. */
    String tag(Dossier dossier, Caller caller) {
        return dossier.version()
                + (materials.isLocked(dossier) ? "-locked" : "-open")
                + (caller.seesPersonalData() ? "-whole" : "")
                + (caller.seesReviews() ? claimTag(dossier) : "-outside");
    }

    private String claimTag(Dossier dossier) {
        return dossier.claim(clock.instant())
                .map(claim -> "-" + claim.until().toEpochMilli())
                .orElse("");
    }

    DossierView.Row row(Dossier dossier, Caller caller) {
        return new DossierView.Row(
                dossier.no(),
                stateFor(dossier, caller).code(),
                dossier.version(),
                materials.isLocked(dossier),
                dossier.exam(),
                dossier.site(),
                Masking.of(dossier.candidate(), caller),
                time(dossier.changedAt()),
                flagged(materials.isOverdue(dossier)));
    }

    private DossierView.MaterialView of(Material material, Dossier dossier, Profile profile, Caller caller) {
        ResolvedMaterial rule = material.rule();
        DossierState seen = stateFor(dossier, caller);
        boolean passed = seen == DossierState.FIRST_PASSED || seen == DossierState.PASSED;
        return new DossierView.MaterialView(
                rule.code(),
                rule.name(),
                rule.required(),
                rule.minCount(),
                rule.maxCount(),
                rule.source(),
                rule.note(),
                samples.address(profile, rule.code()).orElse(null),
                passed && material.isFilled() ? "accepted" : material.state(),
                material.isReturned()
                        ? material.mark().flatMap(MaterialMark::reason).orElse(null)
                        : null,
                material.isReturned() ? dossier.dueAt().map(this::time).orElse(null) : null,
                shown(material, caller).map(this::of).toList());
    }

    /** What counts, and for those who judge also what was taken back since, in the order of their arrival. */
    private static Stream<StoredPicture> shown(Material material, Caller caller) {
        return caller.seesReviews()
                ? Stream.concat(material.pictures().stream(), material.superseded().stream())
                        .sorted(Comparator.comparing(StoredPicture::id))
                : material.pictures().stream();
    }

    public ImageView of(StoredPicture picture) {
        String url = images + picture.publicId();
        return new ImageView(
                picture.publicId(),
                picture.receivedSha256(),
                picture.bytes(),
                picture.width(),
                picture.height(),
                time(picture.uploadedAt()),
                List.of(),
                picture.superseded(),
                url,
                url + "/thumbnail");
    }

    /** The instant in the district's zone. */
    public OffsetDateTime time(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
