package org.medexam.smp.server.upload;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.central.ChangeType;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierChanges;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.material.Materials;
import org.medexam.smp.server.material.Pictures;
import org.medexam.smp.server.material.StoredPicture;
import org.medexam.smp.server.store.VerifiedStore;

/**
 * Removes a picture. A picture that was never submitted is deleted, its row before its file; the sweep removes a file
 * without a row. A submitted picture is only marked superseded, because reviewers judged it.
 */
@Singleton
public class RemovePicture {

    private final Dossiers dossiers;
    private final Materials materials;
    private final Pictures pictures;
    private final VerifiedStore store;
    private final AuditTrail audit;
    private final DossierChanges changes;
    private final Transactions transactions;

    @Inject
    RemovePicture(
            Dossiers dossiers,
            Materials materials,
            Pictures pictures,
            VerifiedStore store,
            AuditTrail audit,
            DossierChanges changes,
            Transactions transactions) {
        this.dossiers = dossiers;
        this.materials = materials;
        this.pictures = pictures;
        this.store = store;
        this.audit = audit;
        this.changes = changes;
        this.transactions = transactions;
    }

    public void remove(Actor actor, String pictureId) {
        Optional<String> location = transactions.inTransaction(() -> {
            StoredPicture picture = seenBy(actor, pictureId);
            Dossier dossier = dossiers.lock(picture.dossierId());
            // another request may have changed the picture before the lock was granted
            StoredPicture still = seenBy(actor, pictureId);
            if (materials.of(dossier, still.materialCode()).locked()) {
                throw Refusal.of(RefusalCode.MATERIAL_LOCKED, dossier.state().code());
            }
            audit.write(actor, AuditTrail.Action.PICTURE_REMOVED, dossier.no(), pictureId);
            changes.add(
                    dossier, ChangeType.IMAGE_REMOVED, Map.of("material", still.materialCode(), "image", pictureId));
            return takeAway(still);
        });
        location.ifPresent(store.open()::destroy);
    }

    /** @return the location of the file to delete; empty if reviewers still see the picture */
    private Optional<String> takeAway(StoredPicture picture) {
        if (picture.submitted()) {
            pictures.supersede(picture);
            return Optional.empty();
        }
        pictures.remove(picture);
        return Optional.of(picture.location());
    }

    private StoredPicture seenBy(Actor actor, String pictureId) {
        StoredPicture picture =
                pictures.find(pictureId).filter(found -> !found.superseded()).orElseThrow(RemovePicture::notFound);
        dossiers.visibleTo(actor.caller(), picture.dossierId());
        return picture;
    }

    private static Refusal notFound() {
        return Refusal.of(RefusalCode.NOT_FOUND, "no such picture");
    }
}
