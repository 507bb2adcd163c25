package org.medexam.smp.core.rule;

import java.util.List;
import org.medexam.smp.core.fact.Condition;

/**
 * A kind of applicant of whom the notice speaks. Who is in no group is not covered by the notice.
 *
 * @param demands what the group hands in; each with its own condition on top of the group's
 */
public record Group(String name, Condition when, List<Demand> demands) {
    public Group {
        demands = List.copyOf(demands);
    }
}
