package org.medexam.smp.server.registration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.audit.AuditTrail.Action;
import org.medexam.smp.server.central.ChangeType;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierChanges;
import org.medexam.smp.server.dossier.DossierState;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.dossier.MaterialMark;
import org.medexam.smp.server.dossier.MaterialMarks;
import org.medexam.smp.server.dossier.Registration;
import org.medexam.smp.server.material.Materials;
import org.medexam.smp.server.material.Pictures;

/** Registers a candidate's dossier for SP, or updates its registration. */
@Singleton
public class RegisterDossier {

    private final Dossiers dossiers;
    private final Pictures pictures;
    private final Materials materials;
    private final MaterialMarks marks;
    private final DossierChanges changes;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Clock clock;
    private final String catalogue;

    @Inject
    RegisterDossier(
            Dossiers dossiers,
            Pictures pictures,
            Materials materials,
            MaterialMarks marks,
            DossierChanges changes,
            AuditTrail audit,
            Transactions transactions,
            Clock clock,
            DistrictSettings district) {
        this.dossiers = dossiers;
        this.pictures = pictures;
        this.materials = materials;
        this.marks = marks;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.catalogue = district.catalogue();
    }

    /** @param created whether the dossier is new */
    public record Registered(Dossier dossier, boolean created) {}

    public Registered register(String no, Registration registration, Actor actor) {
        registration.check(no);
        return transactions.inTransaction(() -> {
            Optional<Dossier> known = dossiers.find(no);
            known.filter(Dossier::isTrial).ifPresent(trial -> {
                throw Refusal.of(RefusalCode.NOT_FOUND, "the number of a trial");
            });
            Dossier dossier =
                    known.map(old -> change(old, registration, actor)).orElseGet(() -> create(no, registration, actor));
            Optional.ofNullable(registration.replaces())
                    .ifPresent(older -> moveFrom(older, dossier, registration, actor));
            return new Registered(dossier, known.isEmpty());
        });
    }

    private Dossier create(String no, Registration registration, Actor actor) {
        Dossier dossier = new Dossier(no, catalogue, registration, clock.instant());
        dossiers.add(dossier);
        audit.write(actor, Action.DOSSIER_REGISTERED, no, null);
        return dossier;
    }

    private Dossier change(Dossier known, Registration registration, Actor actor) {
        if (known.isRegisteredAs(registration)) {
            return known;
        }
        Dossier dossier = dossiers.lock(known.id());
        refuseFinal(dossier);
        dossier.register(registration, clock.instant());
        openNewlyRequiredMaterials(dossier);
        changes.add(dossier, ChangeType.FACTS_CHANGED, Map.of());
        audit.write(actor, Action.DOSSIER_CHANGED, known.no(), null);
        return dossier;
    }

    private static void refuseFinal(Dossier dossier) {
        if (dossier.state().isFinal()) {
            throw Refusal.of(RefusalCode.RESULT_FINAL, dossier.state().code());
        }
    }

    /** Without this a candidate of a returned dossier could neither upload the material nor submit without it. */
    private void openNewlyRequiredMaterials(Dossier dossier) {
        if (dossier.state() == DossierState.RETURNED) {
            materials.of(dossier).stream()
                    .filter(material ->
                            material.lacksPictures() && material.mark().isEmpty())
                    .forEach(material -> marks.add(
                            new MaterialMark(dossier.id(), material.rule().code(), MaterialMark.Kind.OPENED, null)));
        }
    }

    /** Moves the pictures of the replaced dossier. A repeated call finds none and changes nothing. */
    private void moveFrom(String older, Dossier dossier, Registration registration, Actor actor) {
        Dossier from = dossiers.find(older)
                .filter(found -> !found.isTrial() && found.isOfSamePersonAs(registration))
                .orElseThrow(() -> Refusal.of(RefusalCode.INVALID, "replaces no dossier of this person")
                        .with("members", List.of(Map.of("member", "replaces", "reason", "unknown"))));
        if (pictures.of(from.id()).isEmpty()) {
            return;
        }
        // locks in the order of ids, so that concurrent registrations cannot deadlock
        refuseFinal(dossiers.lock(Math.min(from.id(), dossier.id())));
        refuseFinal(dossiers.lock(Math.max(from.id(), dossier.id())));
        pictures.move(from.id(), dossier.id());
        audit.write(actor, Action.PICTURES_MOVED, dossier.no(), older);
    }
}
