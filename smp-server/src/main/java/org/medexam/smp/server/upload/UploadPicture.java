package org.medexam.smp.server.upload;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.medexam.smp.core.file.Sha256;
import org.medexam.smp.core.picture.PicturePipeline;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.store.PicturePlace;
import org.medexam.smp.core.store.StoredFile;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.stamp.StampedPicture;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.material.Material;
import org.medexam.smp.server.material.Materials;
import org.medexam.smp.server.material.StoredPicture;
import org.medexam.smp.server.store.VerifiedStore;

/**
 * Takes a picture: cheap refusals first, then inspect, stamp, store, record. The caller is authenticated before, and
 * {@link org.medexam.smp.server.database.DurableAnswers} holds the answer until everything is on the disk.
 *
 * <p>The file is written before its row. A lost row leaves an orphan, which the sweep removes later; the reverse order
 * could lose a picture. No transaction is open while the picture is processed.
 */
@Singleton
public class UploadPicture {

    private final Dossiers dossiers;
    private final Materials materials;
    private final PicturePipeline pictures;
    private final VerifiedStore store;
    private final RecordPicture recordPicture;
    private final UploadMetrics metrics;

    @Inject
    UploadPicture(
            Dossiers dossiers,
            Materials materials,
            PicturePipeline pictures,
            VerifiedStore store,
            RecordPicture recordPicture,
            UploadMetrics metrics) {
        this.dossiers = dossiers;
        this.materials = materials;
        this.pictures = pictures;
        this.store = store;
        this.recordPicture = recordPicture;
        this.metrics = metrics;
    }

    /** @param created false if the slot already held these bytes */
    public record Uploaded(StoredPicture picture, boolean created) {}

    /**
     * Takes a picture into a slot.
     *
     * @param body reads the request's body when it is called
     * @throws Refusal {@code NOT_FOUND}; those of a closed or full slot; those of the body, of the
     *     inspection, of the stamper, of the store and of the database
     */
    Uploaded upload(Actor actor, String dossierNo, String materialCode, Supplier<byte[]> body) {
        Dossier dossier = dossiers.visibleTo(actor.caller(), dossierNo);
        Material material = materials.of(dossier, materialCode);
        // A slot with pictures may hold these bytes already, and then the answer is 200 whatever the lock, the window
        // and the count say (contract §4, identity first). An empty slot cannot: its refusals need no body.
        if (!material.isFilled()) {
            requireOpenAndNotFull(dossier, material);
        }
        byte[] received = body.get();
        String sha256 = Sha256.of(received);
        Optional<StoredPicture> same = material.withReceivedDigest(sha256);
        if (same.isPresent()) {
            return new Uploaded(same.get(), false);
        }
        requireOpenAndNotFull(dossier, material);

        PictureFacts facts = metrics.inspecting(() -> pictures.inspect(received));
        StampedPicture stamped = metrics.stamping(() -> pictures.stamp(facts));

        String id = PictureId.random();
        StoredFile file = metrics.storing(() -> store.open()
                .keep(place(dossier, materialCode), id + "." + stamped.format().extension(), stamped.bytes()));
        NewPicture picture = new NewPicture(id, sha256, received.length, stamped, file);
        return metrics.recording(() -> record(actor, dossier, material, picture));
    }

    /** @throws Refusal {@code NOT_ALLOWED}, {@code WINDOW_CLOSED}, {@code MATERIAL_LOCKED}, {@code MATERIAL_FULL} */
    private void requireOpenAndNotFull(Dossier dossier, Material material) {
        materials.requireOpen(dossier, material);
        material.requireNotFull();
    }

    private Uploaded record(Actor actor, Dossier dossier, Material material, NewPicture picture) {
        try {
            Uploaded uploaded =
                    recordPicture.record(actor, dossier.id(), material.rule().code(), picture);
            if (!uploaded.created()) {
                store.open().destroy(picture.file().location());
            }
            return uploaded;
        } catch (Refusal refused) {
            // an unreachable database may have committed: the file stays, and the sweep removes it if it is an orphan
            if (refused.code() != RefusalCode.DATABASE_UNAVAILABLE) {
                store.open().destroy(picture.file().location());
            }
            throw refused;
        }
    }

    private static PicturePlace place(Dossier dossier, String materialCode) {
        return new PicturePlace(dossier.exam().year(), dossier.site().code(), dossier.no(), materialCode);
    }
}
