package org.medexam.smp.server.dossier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.catalogue.Resolution;
import org.medexam.smp.core.catalogue.ResolvedMaterial;
import org.medexam.smp.core.catalogue.UploadWindow;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.core.settings.WindowSettings;

/**
 * What a dossier's catalogue asks for, and whether the candidate may change it now: a draft is open while the window
 * is open (J, 1D-4); in every other state its materials are locked.
 */
@Singleton
public class Materials {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Catalogue catalogue;
    private final WindowSettings settings;
    private final Pictures pictures;
    private final Clock clock;
    private final ZoneId zone;

    @Inject
    Materials(Catalogue catalogue, WindowSettings settings, Pictures pictures, Clock clock, DistrictSettings district) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.pictures = pictures;
        this.clock = clock;
        this.zone = district.zone();
    }

    Profile profile(Dossier dossier) {
        return catalogue
                .profile(dossier.catalogue())
                .orElseThrow(() -> new IllegalStateException("a dossier of an unknown catalogue"));
    }

    /** What the catalogue says to the facts as SP states them now; the slots are the same whatever the facts. */
    Resolution resolution(Dossier dossier) {
        return profile(dossier).resolve(dossier.facts());
    }

    UploadWindow window(Dossier dossier) {
        if (dossier.isTrial()) {
            return UploadWindow.ALWAYS; // a server is accepted before its window opens
        }
        return profile(dossier).window().overriddenBy(settings.opensAt(), settings.closesAt());
    }

    public boolean isLocked(Dossier dossier) {
        return dossier.state() != DossierState.DRAFT || !window(dossier).isOpen(clock.instant());
    }

    public List<Material> of(Dossier dossier) {
        List<StoredPicture> all = pictures.of(dossier.id());
        boolean locked = isLocked(dossier);
        return resolution(dossier).slots().stream()
                .map(rule -> new Material(rule, among(all, rule), locked))
                .toList();
    }

    /** @throws Refusal {@code NOT_FOUND} for a material that the dossier's catalogue does not have */
    public Material of(Dossier dossier, String code) {
        ResolvedMaterial rule =
                resolution(dossier).slot(code).orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "no such material"));
        return new Material(rule, among(pictures.of(dossier.id()), rule), isLocked(dossier));
    }

    private static List<StoredPicture> among(List<StoredPicture> all, ResolvedMaterial rule) {
        return all.stream()
                .filter(picture -> picture.materialCode().equals(rule.code()) && !picture.superseded())
                .toList();
    }

    /** @throws Refusal {@code WINDOW_CLOSED} with the window, {@code MATERIAL_LOCKED} */
    public void refuseUnlessOpen(Dossier dossier) {
        if (dossier.state() != DossierState.DRAFT) {
            throw Refusal.of(RefusalCode.MATERIAL_LOCKED, dossier.state().code());
        }
        UploadWindow window = window(dossier);
        if (!window.isOpen(clock.instant())) {
            throw Refusal.of(RefusalCode.WINDOW_CLOSED, "outside the upload window")
                    .with("window", inWords(window));
        }
    }

    private String inWords(UploadWindow window) {
        return moment(window.opensAt()) + " – " + moment(window.closesAt());
    }

    private String moment(Optional<Instant> instant) {
        return instant.map(at -> MINUTE.format(at.atZone(zone))).orElse("…");
    }
}
