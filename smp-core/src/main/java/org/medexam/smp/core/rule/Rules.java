package org.medexam.smp.core.rule;

import java.util.List;
import java.util.stream.Stream;

/**
 * All rules of one notice.
 *
 * @param groups the kinds of applicant that the notice covers
 * @param notCovered applicants of whom it says nothing, or that other papers decide, though they fit a group
 * @param paperOnly applicants who upload nothing
 * @param demands of whoever is covered, besides the groups' own
 */
public record Rules(
        List<Group> groups,
        List<Clause> notCovered,
        List<Clause> paperOnly,
        List<Demand> demands,
        List<Excuse> excuses,
        List<ReducedSet> reducedSets,
        List<Substitute> substitutes,
        List<Advice> refused) {

    public Rules {
        groups = List.copyOf(groups);
        notCovered = List.copyOf(notCovered);
        paperOnly = List.copyOf(paperOnly);
        demands = List.copyOf(demands);
        excuses = List.copyOf(excuses);
        reducedSets = List.copyOf(reducedSets);
        substitutes = List.copyOf(substitutes);
        refused = List.copyOf(refused);
    }

    /** Every demand of every rule, in the order of the file. */
    public Stream<Demand> allDemands() {
        return Stream.of(
                        groups.stream().map(Group::demands),
                        Stream.of(demands),
                        reducedSets.stream().map(ReducedSet::demands))
                .flatMap(lists -> lists)
                .flatMap(List::stream);
    }
}
