package org.medexam.smp.server.picture;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.material.Pictures;
import org.medexam.smp.server.material.StoredPicture;
import org.medexam.smp.server.store.VerifiedStore;

/** Finds a stored picture that the caller may see, and reads it with its digest verified. */
@Singleton
public class PictureAccess {

    private final Pictures pictures;
    private final Dossiers dossiers;
    private final VerifiedStore store;

    @Inject
    PictureAccess(Pictures pictures, Dossiers dossiers, VerifiedStore store) {
        this.pictures = pictures;
        this.dossiers = dossiers;
        this.store = store;
    }

    /** @throws Refusal {@code NOT_FOUND} also if the caller may not see it; candidate and SP see no superseded picture */
    StoredPicture seenBy(Caller caller, String id) {
        StoredPicture picture = pictures.find(id).orElseThrow(PictureAccess::notFound);
        dossiers.visibleTo(caller, picture.dossierId());
        if (picture.superseded() && !caller.seesReviews()) {
            throw notFound();
        }
        return picture;
    }

    /** @throws Refusal {@code PICTURE_DAMAGED}, {@code STORAGE_UNAVAILABLE} */
    byte[] bytes(StoredPicture picture) {
        return store.open().read(picture.location(), picture.keptSha256());
    }

    private static Refusal notFound() {
        return Refusal.of(RefusalCode.NOT_FOUND, "no picture that this caller may see");
    }
}
