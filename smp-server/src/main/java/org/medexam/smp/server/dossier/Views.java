package org.medexam.smp.server.dossier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.catalogue.Resolution;
import org.medexam.smp.core.catalogue.ResolvedMaterial;
import org.medexam.smp.core.catalogue.UploadWindow;
import org.medexam.smp.core.fact.FactName;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.core.settings.HttpSettings;
import org.medexam.smp.server.access.Caller;

/** What travels: times in the district's zone, links under the server's own name, personal data masked. */
@Singleton
public class Views {

    private final Materials materials;
    private final Clock clock;
    private final ZoneId zone;
    private final String images;

    @Inject
    Views(Materials materials, Clock clock, DistrictSettings district, HttpSettings http, ServletContext context) {
        this.materials = materials;
        this.clock = clock;
        this.zone = district.zone();
        this.images = http.publicUrl() + context.getContextPath() + "/api/v1/images/";
    }

    DossierView of(Dossier dossier, Caller caller) {
        Profile profile = materials.profile(dossier);
        UploadWindow window = materials.window(dossier);
        Resolution resolution = materials.resolution(dossier);
        return new DossierView(
                dossier.no(),
                dossier.state().code(),
                dossier.version(),
                materials.isLocked(dossier),
                dossier.exam(),
                dossier.site(),
                Masking.of(dossier.candidate(), caller),
                new DossierView.Window(
                        window.opensAt().map(this::time).orElse(null),
                        window.closesAt().map(this::time).orElse(null),
                        window.isOpen(clock.instant())),
                resolution.missing().stream().map(FactName::wireName).toList(),
                resolution.covered(),
                new DossierView.Commitment(
                        profile.commitment().version(), profile.commitment().text()),
                materials.of(dossier).stream().map(this::of).toList(),
                List.of(),
                null);
    }

    /** Changes whenever the dossier's answer to this kind of caller may: with its version and with the window. */
    String tag(Dossier dossier, Caller caller) {
        return dossier.version()
                + (materials.isLocked(dossier) ? "-locked" : "-open")
                + (caller.seesPersonalData() ? "-whole" : "");
    }

    DossierView.Row row(Dossier dossier, Caller caller) {
        return new DossierView.Row(
                dossier.no(),
                dossier.state().code(),
                dossier.version(),
                materials.isLocked(dossier),
                dossier.exam(),
                dossier.site(),
                Masking.of(dossier.candidate(), caller),
                time(dossier.changedAt()));
    }

    private DossierView.MaterialView of(Material material) {
        ResolvedMaterial rule = material.rule();
        return new DossierView.MaterialView(
                rule.code(),
                rule.name(),
                rule.required(),
                rule.minCount(),
                rule.maxCount(),
                rule.source(),
                rule.note(),
                null,
                material.state(),
                null,
                null,
                material.pictures().stream().map(this::of).toList());
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

    private OffsetDateTime time(LocalDateTime utc) {
        return time(utc.toInstant(ZoneOffset.UTC));
    }

    private OffsetDateTime time(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
