package org.medexam.smp.server.dossier;

import java.util.List;
import java.util.Optional;
import org.medexam.smp.core.catalogue.ResolvedMaterial;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * One kind of paper in one dossier, with its pictures.
 *
 * @param rule what this applicant has to do with it
 * @param pictures that count, oldest first: superseded ones are not among them
 * @param locked whether the candidate may not change it now
 */
public record Material(ResolvedMaterial rule, List<StoredPicture> pictures, boolean locked) {

    public Material {
        pictures = List.copyOf(pictures);
    }

    String state() {
        if (locked) {
            return "locked";
        }
        return pictures.isEmpty() ? "empty" : "filled";
    }

    /** The picture that these very bytes became before, in this slot. */
    public Optional<StoredPicture> same(String receivedSha256) {
        return pictures.stream()
                .filter(picture -> picture.receivedSha256().equals(receivedSha256))
                .findFirst();
    }

    /** @throws Refusal {@code MATERIAL_FULL} */
    public void refuseWhenFull() {
        if (pictures.size() >= rule.maxCount()) {
            throw Refusal.of(RefusalCode.MATERIAL_FULL, "the slot takes " + rule.maxCount());
        }
    }
}
