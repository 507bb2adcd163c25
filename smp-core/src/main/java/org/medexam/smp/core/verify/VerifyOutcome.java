package org.medexam.smp.core.verify;

import java.util.List;

/**
 * A verification that came to its end.
 *
 * @param rows how many rows of pictures were looked at
 * @param files how many files were
 * @param findings all that is not well
 */
public record VerifyOutcome(long rows, long files, List<PictureFinding> findings) {
    public VerifyOutcome {
        findings = List.copyOf(findings);
    }
}
