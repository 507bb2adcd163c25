package org.medexam.smp.server.catalogue;

import java.util.List;
import org.medexam.smp.core.catalogue.Resolution;
import org.medexam.smp.core.catalogue.ResolvedMaterial;
import org.medexam.smp.core.fact.FactName;
import org.medexam.smp.core.rule.Advice;

/** What one applicant hands in, its members in the contract's order (§4). */
public record ResolutionView(
        boolean upload, boolean covered, List<Material> materials, List<Refused> refused, List<String> missing) {

    /**
     * @param slot the material in whose slot the notice places it; null: it has its own
     * @param source the sentences that demand it, or the one that names it; empty where no notice does
     */
    record Material(
            String code, String name, boolean required, int minCount, int maxCount, String slot, String source) {

        static Material of(ResolvedMaterial material) {
            return new Material(
                    material.code(),
                    material.name(),
                    material.required(),
                    material.minCount(),
                    material.maxCount(),
                    material.slot().orElse(null),
                    material.source());
        }
    }

    record Refused(String text, String source) {

        static Refused of(Advice advice) {
            return new Refused(advice.text(), advice.clause().source().text());
        }
    }

    static ResolutionView of(Resolution resolution) {
        return new ResolutionView(
                resolution.upload(),
                resolution.covered(),
                resolution.materials().stream().map(Material::of).toList(),
                resolution.refused().stream().map(Refused::of).toList(),
                resolution.missing().stream().map(FactName::wireName).toList());
    }
}
