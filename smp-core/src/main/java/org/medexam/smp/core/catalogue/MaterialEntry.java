package org.medexam.smp.core.catalogue;

import java.util.List;
import java.util.Optional;
import org.medexam.smp.core.rule.Source;

/**
 * One kind of paper of which a notice speaks.
 *
 * @param code unified code, e.g. {@code ID_DOC}; 1–20 of {@code A-Z _}
 * @param name as candidates read it
 * @param counts for one unit
 * @param perUnit whether each institution of the trial or practice makes out one of its own
 * @param always whether everybody hands it in, covered by the notice or not
 * @param onPaper whether it is handed in on paper only, and so never required here
 * @param excusable whether a candidate may say why it is not there instead of handing it in
 * @param slot the material in whose slot the notice places it; empty: it has its own
 * @param note what a candidate should heed; may be empty
 * @param sample what a good picture of it shows; may be empty
 * @param source the sentence that names it, where no rule does
 * @param checks what reviewers compare, each with its sentence
 */
public record MaterialEntry(
        String code,
        String name,
        Counts counts,
        boolean perUnit,
        boolean always,
        boolean onPaper,
        boolean excusable,
        Optional<String> slot,
        String note,
        String sample,
        Optional<Source> source,
        List<Source> checks) {

    public MaterialEntry {
        checks = List.copyOf(checks);
    }
}
