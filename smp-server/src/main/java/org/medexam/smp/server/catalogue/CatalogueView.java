package org.medexam.smp.server.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A catalogue on the wire, whole: every sentence with its place, every condition as it stands in the file.
 *
 * @param window as the notice has it; what the district's settings make of it says {@code GET /window}
 * @param current whether new dossiers begin with it
 */
public record CatalogueView(
        String id,
        String name,
        NoticeView notice,
        Days window,
        boolean current,
        TextsView texts,
        List<Material> materials,
        RulesView rules) {

    /** A catalogue in the list. */
    record Row(String id, String name, NoticeView notice, Days window, boolean current) {}

    record All(List<Row> items) {}

    /** @param shortName with which the sources begin, e.g. {@code 白银2021} */
    record NoticeView(@JsonProperty("short") String shortName, String title) {}

    /** @param closesAt first closed moment */
    record Days(OffsetDateTime opensAt, OffsetDateTime closesAt) {}

    record TextsView(String title, Commitment commitment, List<String> penalties, Messages messages) {}

    record Commitment(String version, String text) {}

    /** What goes to a candidate's phone. */
    record Messages(String returned, String passed, String failed) {}

    /**
     * @param minCount pictures that a submission needs where it is required, for one unit
     * @param source the sentence that names it where no rule does, else null
     */
    record Material(
            String code,
            String name,
            int minCount,
            int maxCount,
            boolean perUnit,
            boolean always,
            boolean onPaper,
            boolean excusable,
            String slot,
            String note,
            String sample,
            String sampleUrl,
            String source,
            List<String> checks) {}

    /** In all of them {@code when} is null where there is no condition: always. */
    record RulesView(
            List<GroupView> groups,
            List<DemandView> require,
            List<ExcuseView> optional,
            List<OnlyView> only,
            List<InsteadView> instead,
            List<ClauseView> paperOnly,
            List<ClauseView> notCovered,
            List<AdviceView> refused) {}

    record GroupView(String name, String when, List<DemandView> require) {}

    /** @param exactly the number of pictures where this sentence fixes one, else null */
    record DemandView(String material, Integer exactly, String when, String source) {}

    record ExcuseView(List<String> materials, String when, String source) {}

    record OnlyView(List<DemandView> require, String when, String source) {}

    record InsteadView(String of, String material, String when, String source) {}

    record ClauseView(String when, String source) {}

    record AdviceView(String text, String when, String source) {}
}
