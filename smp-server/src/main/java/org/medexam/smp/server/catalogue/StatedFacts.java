package org.medexam.smp.server.catalogue;

import java.util.List;
import java.util.Map;
import org.medexam.smp.core.fact.FactName;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** Validates the facts of a request. */
public final class StatedFacts {

    private StatedFacts() {}

    /**
     * Returns the facts with an invalid value, as members of the request: {@code facts.edu}.
     *
     * @throws Refusal {@code MALFORMED_REQUEST}, listing unknown facts, as for every unknown member (contract §1)
     */
    public static List<String> invalid(Map<String, Object> stated) {
        List<String> unknown = stated.keySet().stream()
                .filter(name -> FactName.ofWireName(name).isEmpty())
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.of(RefusalCode.MALFORMED_REQUEST, unknown.size() + " unknown facts")
                    .with(
                            "members",
                            unknown.stream()
                                    .map(name -> Map.of("member", "facts." + name, "reason", "unknown"))
                                    .toList());
        }
        return stated.entrySet().stream()
                .filter(fact ->
                        !FactName.ofWireName(fact.getKey()).orElseThrow().takes(fact.getValue()))
                .map(fact -> "facts." + fact.getKey())
                .sorted()
                .toList();
    }
}
