package org.medexam.smp.server.upload;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.dossier.Materials;
import org.medexam.smp.server.dossier.Pictures;
import org.medexam.smp.server.dossier.StoredPicture;
import org.medexam.smp.server.store.BondedStore;

/** A picture that was never submitted is destroyed, record first: a file that stays behind is an orphan and is swept. */
@Singleton
public class RemovePicture {

    private final Dossiers dossiers;
    private final Materials materials;
    private final Pictures pictures;
    private final BondedStore store;
    private final AuditTrail audit;
    private final Transactions transactions;

    @Inject
    RemovePicture(
            Dossiers dossiers,
            Materials materials,
            Pictures pictures,
            BondedStore store,
            AuditTrail audit,
            Transactions transactions) {
        this.dossiers = dossiers;
        this.materials = materials;
        this.pictures = pictures;
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
    }

    public void remove(Actor actor, String pictureId) {
        String location = transactions.inOne(() -> {
            StoredPicture picture = pictures.find(pictureId).orElseThrow(RemovePicture::notFound);
            dossiers.visibleTo(actor.caller(), picture.dossierId());
            Dossier dossier = dossiers.lock(picture.dossierId());
            if (materials.isLocked(dossier)) {
                throw Refusal.of(RefusalCode.MATERIAL_LOCKED, dossier.state().code());
            }
            // somebody else may have been faster while we waited
            StoredPicture still = pictures.find(pictureId).orElseThrow(RemovePicture::notFound);
            pictures.remove(still);
            audit.write(actor, AuditTrail.Action.PICTURE_REMOVED, dossier.no(), pictureId);
            return still.location();
        });
        store.open().destroy(location);
    }

    private static Refusal notFound() {
        return Refusal.of(RefusalCode.NOT_FOUND, "no such picture");
    }
}
