package org.medexam.smp.server.material;

import java.util.List;
import java.util.Optional;
import org.medexam.smp.core.catalogue.ResolvedMaterial;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.dossier.MaterialMark;

/**
 * One material of one dossier, with its pictures.
 *
 * @param rule the catalogue's demand on this applicant
 * @param pictures oldest first, without superseded ones
 * @param superseded pictures removed after a submission, oldest first; for reviewers and MP
 * @param locked whether the candidate may not change it now
 * @param mark the last review's verdict
 */
public record Material(
        ResolvedMaterial rule,
        List<StoredPicture> pictures,
        List<StoredPicture> superseded,
        boolean locked,
        Optional<MaterialMark> mark) {

    public Material {
        pictures = List.copyOf(pictures);
        superseded = List.copyOf(superseded);
    }

    public String state() {
        if (isReturned()) {
            return "returned";
        }
        if (isAccepted()) {
            return "accepted";
        }
        if (locked) {
            return "locked";
        }
        return pictures.isEmpty() ? "empty" : "filled";
    }

    public boolean isReturned() {
        return mark.filter(said -> said.kind() == MaterialMark.Kind.RETURNED).isPresent();
    }

    private boolean isAccepted() {
        return mark.filter(said -> said.kind() == MaterialMark.Kind.ACCEPTED).isPresent();
    }

    public boolean isFilled() {
        return !pictures.isEmpty();
    }

    /** Whether a required picture is missing. */
    public boolean lacksPictures() {
        return rule.required() && pictures.size() < rule.minCount();
    }

    /** Returns the slot's picture that was stored from a file with this digest. */
    public Optional<StoredPicture> withReceivedDigest(String receivedSha256) {
        return pictures.stream()
                .filter(picture -> picture.receivedSha256().equals(receivedSha256))
                .findFirst();
    }

    /** @throws Refusal {@code MATERIAL_FULL} */
    public void requireNotFull() {
        if (pictures.size() >= rule.maxCount()) {
            throw Refusal.of(RefusalCode.MATERIAL_FULL, "the slot takes " + rule.maxCount());
        }
    }
}
