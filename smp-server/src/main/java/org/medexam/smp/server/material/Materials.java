package org.medexam.smp.server.material;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
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
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierState;
import org.medexam.smp.server.dossier.MaterialMark;
import org.medexam.smp.server.dossier.MaterialMarks;

/**
 * The materials that a dossier's catalogue demands, and whether the candidate may change them now. A draft is open while
 * its window is open (J, 1D-4). A returned material is open until its due time (G4, H8). All others are locked.
 */
@Singleton
public class Materials {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Catalogue catalogue;
    private final WindowSettings settings;
    private final Pictures pictures;
    private final MaterialMarks marks;
    private final Clock clock;
    private final ZoneId zone;

    @Inject
    Materials(
            Catalogue catalogue,
            WindowSettings settings,
            Pictures pictures,
            MaterialMarks marks,
            Clock clock,
            DistrictSettings district) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.pictures = pictures;
        this.marks = marks;
        this.clock = clock;
        this.zone = district.zone();
    }

    /** @throws Refusal {@code STORAGE_UNAVAILABLE} if the file of its catalogue is missing */
    public Profile profile(Dossier dossier) {
        return catalogue
                .profile(dossier.catalogue())
                .orElseThrow(() -> Refusal.of(
                        RefusalCode.STORAGE_UNAVAILABLE,
                        "the dossier's catalogue " + dossier.catalogue()
                                + " is not there: put its file back into conf/catalogues and start SMP anew"));
    }

    /** Without its catalogue the window is unknown; lists then show the dossier as locked. */
    private boolean hasProfile(Dossier dossier) {
        return catalogue.profile(dossier.catalogue()).isPresent();
    }

    /** Applies the catalogue to the dossier's current facts. The slots do not depend on the facts. */
    public Resolution resolution(Dossier dossier) {
        return profile(dossier).resolve(dossier.facts());
    }

    public UploadWindow window(Dossier dossier) {
        if (dossier.isTrial()) {
            return UploadWindow.ALWAYS; // the acceptance test runs before the window opens
        }
        return profile(dossier)
                .window()
                .overriddenBy(settings.opensAt(), settings.closesAt())
                .overriddenBy(dossier.windowOpensAt(), dossier.windowClosesAt());
    }

    /** Whether the candidate can change no material now. */
    public boolean isLocked(Dossier dossier) {
        return switch (dossier.state()) {
            case DRAFT -> !hasProfile(dossier) || !window(dossier).isOpen(clock.instant());
            case RETURNED ->
                isOverdue(dossier) || marks.of(dossier.id()).values().stream().noneMatch(MaterialMark::opens);
            default -> true;
        };
    }

    /** Whether the window or due time has passed without a submission (H8). */
    public boolean isOverdue(Dossier dossier) {
        return switch (dossier.state()) {
            case DRAFT ->
                hasProfile(dossier)
                        && window(dossier)
                                .closesAt()
                                .filter(end -> !clock.instant().isBefore(end))
                                .isPresent();
            case RETURNED ->
                dossier.dueAt().filter(due -> !clock.instant().isBefore(due)).isPresent();
            default -> false;
        };
    }

    public List<Material> of(Dossier dossier) {
        List<StoredPicture> all = pictures.of(dossier.id());
        Map<String, MaterialMark> said = marks.of(dossier.id());
        return resolution(dossier).slots().stream()
                .map(rule -> material(dossier, rule, all, said))
                .toList();
    }

    /** @throws Refusal {@code NOT_FOUND} if the dossier's catalogue has no such material */
    public Material of(Dossier dossier, String code) {
        ResolvedMaterial rule =
                resolution(dossier).slot(code).orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "no such material"));
        return material(dossier, rule, pictures.of(dossier.id()), marks.of(dossier.id()));
    }

    private Material material(
            Dossier dossier, ResolvedMaterial rule, List<StoredPicture> all, Map<String, MaterialMark> said) {
        Optional<MaterialMark> mark = Optional.ofNullable(said.get(rule.code()));
        boolean open = switch (dossier.state()) {
            case DRAFT -> window(dossier).isOpen(clock.instant());
            case RETURNED -> mark.filter(MaterialMark::opens).isPresent() && !isOverdue(dossier);
            default -> false;
        };
        return new Material(rule, among(all, rule, false), among(all, rule, true), !open, mark);
    }

    private static List<StoredPicture> among(List<StoredPicture> all, ResolvedMaterial rule, boolean superseded) {
        return all.stream()
                .filter(picture -> picture.materialCode().equals(rule.code()) && picture.superseded() == superseded)
                .toList();
    }

    /**
     * @throws Refusal {@code NOT_ALLOWED} if the applicant submits on paper, {@code WINDOW_CLOSED} with the
     *     window, {@code MATERIAL_LOCKED}
     */
    public void requireOpen(Dossier dossier, Material material) {
        requireOnlineSubmission(dossier);
        requireOpenWindow(dossier);
        if (material.locked()) {
            throw Refusal.of(RefusalCode.MATERIAL_LOCKED, dossier.state().code());
        }
    }

    /** @throws Refusal {@code NOT_ALLOWED} if the applicant submits on paper (C9) */
    public void requireOnlineSubmission(Dossier dossier) {
        if (!resolution(dossier).upload()) {
            throw Refusal.of(RefusalCode.NOT_ALLOWED, "such applicants hand in on paper");
        }
    }

    /** @throws Refusal {@code WINDOW_CLOSED} with the window; only for a draft */
    public void requireOpenWindow(Dossier dossier) {
        UploadWindow window = window(dossier);
        if (dossier.state() == DossierState.DRAFT && !window.isOpen(clock.instant())) {
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
