package org.medexam.smp.server.upload;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.central.ChangeType;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierChanges;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.material.Material;
import org.medexam.smp.server.material.Materials;
import org.medexam.smp.server.material.Pictures;
import org.medexam.smp.server.material.StoredPicture;

/** The one short transaction of an upload. It repeats every earlier check under the dossier's lock. */
@Singleton
public class RecordPicture {

    private final Dossiers dossiers;
    private final Materials materials;
    private final Pictures pictures;
    private final AuditTrail audit;
    private final DossierChanges changes;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RecordPicture(
            Dossiers dossiers,
            Materials materials,
            Pictures pictures,
            AuditTrail audit,
            DossierChanges changes,
            Transactions transactions,
            Clock clock) {
        this.dossiers = dossiers;
        this.materials = materials;
        this.pictures = pictures;
        this.audit = audit;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
    }

    UploadPicture.Uploaded record(Actor actor, long dossierId, String materialCode, NewPicture picture) {
        return transactions.inTransaction(() -> {
            Dossier dossier = dossiers.lock(dossierId);
            Material material = materials.of(dossier, materialCode);
            Optional<StoredPicture> same = material.withReceivedDigest(picture.receivedSha256());
            if (same.isPresent()) {
                return new UploadPicture.Uploaded(same.get(), false);
            }
            materials.requireOpen(dossier, material);
            material.requireNotFull();
            StoredPicture stored = new StoredPicture(
                    picture.id(),
                    dossierId,
                    materialCode,
                    picture.receivedSha256(),
                    picture.receivedBytes(),
                    picture.stamped(),
                    picture.file(),
                    clock.instant());
            pictures.add(stored);
            audit.write(actor, AuditTrail.Action.PICTURE_ADDED, dossier.no(), picture.id());
            changes.add(dossier, ChangeType.IMAGE_ADDED, Map.of("material", materialCode, "image", picture.id()));
            return new UploadPicture.Uploaded(stored, true);
        });
    }
}
