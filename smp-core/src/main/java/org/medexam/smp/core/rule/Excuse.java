package org.medexam.smp.core.rule;

import java.util.Set;

/** Materials that become optional, whatever demands them. */
public record Excuse(Clause clause, Set<String> materials) {
    public Excuse {
        materials = Set.copyOf(materials);
    }
}
