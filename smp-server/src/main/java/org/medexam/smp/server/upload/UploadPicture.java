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
 * The way of the data, cheap refusals first. Who calls was proved before; that the answer waits for the disk is the
 * work of {@link org.medexam.smp.server.database.DurableAnswers}.
 *
 * <p>File first, row second: a row that gets lost leaves an orphan which is swept later, the other way round would
 * lose a picture. Nothing is done to the picture inside the transaction.
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

    /** @param created false where these bytes were in the slot before */
    public record Uploaded(StoredPicture picture, boolean created) {}

    /** @param body gives the picture as it comes in: read when it is its turn and not before */
    Uploaded upload(Actor actor, String dossierNo, String materialCode, Supplier<byte[]> body) {
        Dossier dossier = dossiers.visibleTo(actor.caller(), dossierNo);
        Material material = materials.of(dossier, materialCode);
        byte[] received = body.get();
        String sha256 = Sha256.of(received);

        Optional<StoredPicture> same = material.same(sha256);
        if (same.isPresent()) {
            return new Uploaded(same.get(), false);
        }
        materials.refuseUnlessOpen(dossier, material);
        material.refuseWhenFull();

        PictureFacts facts = metrics.inspecting(() -> pictures.inspect(received));
        StampedPicture stamped = metrics.stamping(() -> pictures.stamp(received, facts));

        String id = PictureId.random();
        StoredFile file = metrics.storing(() -> store.open()
                .keep(place(dossier, materialCode), id + "." + stamped.format().extension(), stamped.bytes()));
        NewPicture picture = new NewPicture(id, sha256, received.length, stamped, file);
        return metrics.recording(() -> record(actor, dossier, material, picture));
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
            // a database that went away may have committed: then the file must stay, and be swept if it did not
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
