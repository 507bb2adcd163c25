package org.medexam.smp.server.review;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

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
        Problem problem,
        String opinion,
        String feedback,
        List<Named> materials,
        OffsetDateTime dueAt,
        Integer version,
        String reviewer) {

    static final int LONGEST_TEXT = 2000;
    static final int LONGEST_REASON = 500;
    static final int LONGEST_NAME = 80;

    /** A material that is sent back. */
    record Named(String code, String reason) {}

    public ReviewRequest {
        materials = materials == null ? List.of() : List.copyOf(materials);
    }

    boolean returns() {
        return decision == Decision.RETURN;
    }

    /** What is wrong with what is sent back: materials, where nothing else is said. */
    Problem problemOrUsual() {
        return returns() && problem == null ? Problem.MATERIAL : problem;
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
        faults.unless(fits(opinion, LONGEST_TEXT), "opinion", "value");
        faults.unless(fits(feedback, LONGEST_TEXT), "feedback", "value");
        faults.unless(dueAt == null || returns() && dueAt.isAfter(now), "dueAt", "value");
        faults.unless(materialsFit(codes), "materials", "value");
        if (byMp) {
            faults.unless(reviewer != null && !reviewer.isBlank(), "reviewer", "missing");
            faults.unless(fits(reviewer, LONGEST_NAME), "reviewer", "value");
        }
        faults.refuse();
    }

    private boolean problemFits() {
        if (problem == null || decision == null) {
            return true;
        }
        return switch (decision) {
            case RETURN -> problem != Problem.IRREPARABLE;
            case FAIL -> true;
            case PASS, ABANDON -> false;
        };
    }

    private boolean materialsFit(Set<String> codes) {
        if (materials.isEmpty()) {
            return true;
        }
        Set<String> named = new HashSet<>();
        return problemOrUsual() == Problem.MATERIAL
                && materials.stream()
                        .allMatch(each -> each != null
                                && each.code() != null
                                && codes.contains(each.code())
                                && named.add(each.code())
                                && fits(each.reason(), LONGEST_REASON));
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
