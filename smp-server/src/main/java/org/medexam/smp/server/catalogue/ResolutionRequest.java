package org.medexam.smp.server.catalogue;

import java.util.List;
import java.util.Map;
import org.medexam.smp.core.fact.Facts;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** @param facts by name on the wire; absent: nothing is known */
public record ResolutionRequest(Map<String, Object> facts) {

    /** @throws Refusal {@code MALFORMED_REQUEST} or {@code INVALID}, naming every fact that is at fault */
    Facts stated() {
        if (facts == null) {
            return Facts.of(Map.of());
        }
        List<String> wrong = StatedFacts.invalid(facts);
        if (!wrong.isEmpty()) {
            throw Refusal.of(RefusalCode.INVALID, wrong.size() + " facts are not valid")
                    .with(
                            "members",
                            wrong.stream()
                                    .map(member -> Map.of("member", member, "reason", "value"))
                                    .toList());
        }
        return Facts.of(facts);
    }

    /** Without what was stated: it is personal. */
    @Override
    public String toString() {
        return "ResolutionRequest[***]";
    }
}
