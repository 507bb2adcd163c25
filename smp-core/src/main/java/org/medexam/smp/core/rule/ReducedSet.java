package org.medexam.smp.core.rule;

import java.util.List;

/** Demands that take the place of all others, e.g. of those who sat in earlier years. */
public record ReducedSet(Clause clause, List<Demand> demands) {
    public ReducedSet {
        demands = List.copyOf(demands);
    }
}
