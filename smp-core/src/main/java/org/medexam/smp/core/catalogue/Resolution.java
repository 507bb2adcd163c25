package org.medexam.smp.core.catalogue;

import java.util.List;
import java.util.Optional;
import org.medexam.smp.core.fact.FactName;
import org.medexam.smp.core.rule.Advice;

/**
 * What one applicant hands in (contract §4).
 *
 * @param upload false where this kind of applicant hands in on paper only
 * @param covered false where no rule of the notice fits this applicant; then only what everybody hands in is required
 * @param materials every material of the notice: the required ones first, then the others, each in the notice's order
 * @param refused why such an applicant is to be refused; advice for reviewers
 * @param missing facts that were not stated and could change something of this
 */
public record Resolution(
        boolean upload,
        boolean covered,
        List<ResolvedMaterial> materials,
        List<Advice> refused,
        List<FactName> missing) {

    public Resolution {
        materials = List.copyOf(materials);
        refused = List.copyOf(refused);
        missing = List.copyOf(missing);
    }

    public List<ResolvedMaterial> required() {
        return materials.stream().filter(ResolvedMaterial::required).toList();
    }

    /**
     * The places for pictures, in the same order: a paper that the notice places in another one's slot adds its
     * pictures to that slot while it is required. The same places for every applicant.
     */
    public List<ResolvedMaterial> slots() {
        return materials.stream()
                .filter(material -> material.slot().isEmpty())
                .map(this::withGuests)
                .toList();
    }

    /** The place with this code, where there is one. */
    public Optional<ResolvedMaterial> slot(String code) {
        return slots().stream().filter(slot -> slot.code().equals(code)).findAny();
    }

    private ResolvedMaterial withGuests(ResolvedMaterial host) {
        return materials.stream()
                .filter(guest -> guest.required()
                        && guest.slot().filter(host.code()::equals).isPresent())
                .reduce(host, ResolvedMaterial::with);
    }
}
