package org.medexam.smp.server.review;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.dossier.Step;

/**
 * A review on the wire.
 *
 * @param opinion for colleagues
 * @param feedback for the candidate
 * @param materials which ones are sent back and why; none: all
 * @param dueAt until when the candidate may mend them
 * @param version of the dossier that was looked at
 * @param reviewer who judged, where MP hands the judgement in
 */
public record ReviewRequest(
        Stage stage,
        Decision decision,
        ProblemKind problem,
        String opinion,
        String feedback,
        List<Named> materials,
        OffsetDateTime dueAt,
        Integer version,
        String reviewer) {

    static final int MAX_TEXT = 2000;
    static final int MAX_REASON = 500;
    static final int MAX_NAME = 80;

    /** A material that is sent back. */
    record Named(String code, String reason) {}

    public ReviewRequest {
        materials = materials == null ? List.of() : List.copyOf(materials);
    }

    /** The step that this review takes. */
    Step step() {
        boolean first = stage == Stage.FIRST;
        return switch (decision) {
            case PASS -> first ? Step.FIRST_PASS : Step.SECOND_PASS;
            case RETURN -> first ? Step.FIRST_RETURN : Step.SECOND_RETURN;
            case FAIL -> first ? Step.FIRST_FAIL : Step.SECOND_FAIL;
            case ABANDON -> Step.ABANDON;
        };
    }

    boolean returns() {
        return decision == Decision.RETURN;
    }

    /** What is wrong with what is sent back: materials, where nothing else is said. */
    ProblemKind problemOrDefault() {
        return returns() && problem == null ? ProblemKind.MATERIAL : problem;
    }

    /**
     * @param codes of the materials that there are
     * @param byMp whether the reviewer must be named
     * @throws Refusal {@code INVALID} with every member that does not do
     */
    void check(Set<String> codes, boolean byMp, OffsetDateTime now) {
        Faults faults = new Faults();
        faults.unless(stage != null, "stage", "missing");
        faults.unless(decision != null, "decision", "missing");
        faults.unless(version != null, "version", "missing");
        faults.unless(problemFits(), "problem", "value");
        faults.unless(fits(opinion, MAX_TEXT), "opinion", "value");
        faults.unless(fits(feedback, MAX_TEXT), "feedback", "value");
        faults.unless(dueAt == null || returns() && dueAt.isAfter(now), "dueAt", "value");
        faults.unless(materialsFit(codes), "materials", "value");
        if (byMp) {
            faults.unless(reviewer != null && !reviewer.isBlank(), "reviewer", "missing");
            faults.unless(fits(reviewer, MAX_NAME), "reviewer", "value");
        }
        faults.refuse();
    }

    private boolean problemFits() {
        if (problem == null || decision == null) {
            return true;
        }
        return switch (decision) {
            case RETURN -> problem != ProblemKind.IRREPARABLE;
            case FAIL -> true;
            case PASS, ABANDON -> false;
        };
    }

    private boolean materialsFit(Set<String> codes) {
        if (materials.isEmpty()) {
            return true;
        }
        Set<String> named = new HashSet<>();
        return problemOrDefault() == ProblemKind.MATERIAL
                && materials.stream()
                        .allMatch(each -> each != null
                                && each.code() != null
                                && codes.contains(each.code())
                                && named.add(each.code())
                                && fits(each.reason(), MAX_REASON));
    }

    /** Line breaks are fine; other control characters are not. */
    private static boolean fits(String text, int longest) {
        return text == null
                || text.length() <= longest
                        && text.chars()
                                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    private static final class Faults {
        private final List<Map<String, String>> members = new ArrayList<>();

        void unless(boolean holds, String member, String reason) {
            if (!holds) {
                members.add(Map.of("member", member, "reason", reason));
            }
        }

        void refuse() {
            if (!members.isEmpty()) {
                throw Refusal.of(RefusalCode.INVALID, members.size() + " members are not valid")
                        .with("members", members);
            }
        }
    }
}
