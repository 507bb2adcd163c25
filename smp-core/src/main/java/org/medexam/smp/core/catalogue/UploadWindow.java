package org.medexam.smp.core.catalogue;

import java.time.Instant;
import java.util.Optional;

/**
 * When drafts are open.
 *
 * @param opensAt first open moment; empty: always was
 * @param closesAt first closed moment ("24时" of a day is the next day's beginning); empty: never
 */
public record UploadWindow(Optional<Instant> opensAt, Optional<Instant> closesAt) {

    public static final UploadWindow ALWAYS = new UploadWindow(Optional.empty(), Optional.empty());

    public boolean isOpen(Instant now) {
        return opensAt.map(opens -> !now.isBefore(opens)).orElse(true)
                && closesAt.map(now::isBefore).orElse(true);
    }

    /** This window with another beginning or end where one is given. */
    public UploadWindow overriddenBy(Optional<Instant> otherOpensAt, Optional<Instant> otherClosesAt) {
        return new UploadWindow(otherOpensAt.or(() -> opensAt), otherClosesAt.or(() -> closesAt));
    }
}
