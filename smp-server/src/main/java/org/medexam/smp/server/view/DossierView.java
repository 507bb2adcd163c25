package org.medexam.smp.server.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.medexam.smp.server.catalogue.WindowView;
import org.medexam.smp.server.dossier.Registration;

/**
 * A dossier on the wire, its members in the contract's order (§4); behind them, where there is something to flag:
 *
 * @param overdue true where the time to (again) submit is over
 * @param onPaper true where this kind of applicant hands in on paper only
 * @param claim who has the case on the table, for reviewers and MP
 */
public record DossierView(
        String no,
        String state,
        int version,
        boolean locked,
        Registration.Exam exam,
        Registration.Site site,
        Registration.Candidate candidate,
        WindowView window,
        List<String> missing,
        boolean covered,
        Commitment commitment,
        List<MaterialView> materials,
        List<MessageView> messages,
        String result,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean overdue,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean onPaper,
        @JsonInclude(JsonInclude.Include.NON_NULL) ClaimView claim) {

    /** Who has the case on the table; shown to reviewers and MP. */
    record ClaimView(String by, String name, OffsetDateTime until) {}

    record Commitment(String version, String text) {}

    record MaterialView(
            String code,
            String name,
            boolean required,
            int minCount,
            int maxCount,
            String source,
            String note,
            String sampleUrl,
            String state,
            String returnReason,
            OffsetDateTime dueAt,
            List<ImageView> images) {}

    record MessageView(OffsetDateTime at, String text, String from) {}

    /** A dossier in a list: without its materials. */
    record Row(
            String no,
            String state,
            int version,
            boolean locked,
            Registration.Exam exam,
            Registration.Site site,
            Registration.Candidate candidate,
            OffsetDateTime changedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean overdue) {}

    /** @param next where the following page begins; null on the last one */
    record Page(List<Row> items, String next) {}
}
