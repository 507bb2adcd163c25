package org.medexam.smp.server.window;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** One dossier's own upload window; null where it has none of its own. */
record WindowRequest(OffsetDateTime opensAt, OffsetDateTime closesAt) {

    /** @throws Refusal {@code INVALID} */
    void check() {
        if (opensAt != null && closesAt != null && !closesAt.isAfter(opensAt)) {
            throw Refusal.of(RefusalCode.INVALID, "closes before it opens")
                    .with("members", List.of(Map.of("member", "closesAt", "reason", "value")));
        }
    }
}
