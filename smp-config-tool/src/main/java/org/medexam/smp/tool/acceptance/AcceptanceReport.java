package org.medexam.smp.tool.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Result;

/**
 * What an acceptance found.
 *
 * @param district name and code
 * @param machine the server's own name
 * @param version of the SMP that was accepted
 * @param at in the district's zone
 */
public record AcceptanceReport(
        String district,
        String machine,
        URI publicUrl,
        String version,
        Path home,
        Path storage,
        String database,
        ZonedDateTime at,
        List<AcceptanceStep> steps) {

    public AcceptanceReport {
        steps = List.copyOf(steps);
    }

    /** The worst of its steps. */
    public Result verdict() {
        return steps.stream()
                .map(AcceptanceStep::result)
                .max(Comparator.naturalOrder())
                .orElse(Result.SKIPPED);
    }
}
