package org.medexam.smp.server.submission;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * The body of a submission.
 *
 * @param commitment whether the candidate accepts the commitment (D12)
 * @param commitmentVersion version of the commitment's text that the page showed
 * @param missing reasons for missing required materials, where the catalogue permits them
 */
record SubmissionRequest(boolean commitment, String commitmentVersion, List<Excuse> missing) {

    private static final int MAX_REASON = 500;

    /** The reason for one missing material. */
    record Excuse(String code, String reason) {}

    SubmissionRequest {
        missing = missing == null ? List.of() : List.copyOf(missing);
    }

    /** @throws Refusal {@code INVALID} */
    void check() {
        Set<String> named = new HashSet<>();
        boolean good = missing.stream()
                .allMatch(excuse -> excuse != null
                        && excuse.code() != null
                        && named.add(excuse.code())
                        && excuse.reason() != null
                        && !excuse.reason().isBlank()
                        && excuse.reason().length() <= MAX_REASON);
        if (!good) {
            throw Refusal.of(RefusalCode.INVALID, "excuses need code and reason")
                    .with("members", List.of(Map.of("member", "missing", "reason", "value")));
        }
    }

    Set<String> excused() {
        return missing.stream().map(Excuse::code).collect(Collectors.toSet());
    }
}
