package org.medexam.smp.core.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medexam.smp.core.rule.Source;

/**
 * A material as one applicant has to do with it.
 *
 * @param required whether a submission needs it
 * @param minCount pictures that a submission needs; 0 for an optional material
 * @param maxCount pictures that its slot takes
 * @param slot the material in whose slot the notice places it; empty: it has its own
 * @param reasons the sentences that demand it; of an optional material the one that names it
 * @param note what a candidate should heed; may be empty
 * @param sample what a good picture of it shows; may be empty
 */
public record ResolvedMaterial(
        String code,
        String name,
        boolean required,
        int minCount,
        int maxCount,
        Optional<String> slot,
        List<Source> reasons,
        String note,
        String sample) {

    public ResolvedMaterial {
        reasons = List.copyOf(reasons);
    }

    /** The reasons as one text; empty where the house and no notice names it. */
    public String source() {
        return reasons.stream().map(Source::text).distinct().collect(Collectors.joining("；"));
    }

    /** The same slot with another one's papers in it as well. */
    ResolvedMaterial with(ResolvedMaterial guest) {
        return new ResolvedMaterial(
                code,
                name,
                required || guest.required,
                minCount + guest.minCount,
                maxCount + guest.maxCount,
                slot,
                Stream.concat(reasons.stream(), guest.reasons.stream()).toList(),
                note,
                sample);
    }
}
