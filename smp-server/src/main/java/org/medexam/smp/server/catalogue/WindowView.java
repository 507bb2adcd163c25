package org.medexam.smp.server.catalogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.medexam.smp.core.catalogue.UploadWindow;

/**
 * When drafts are open, in the district's zone.
 *
 * @param opensAt first open moment; null: always was
 * @param closesAt first closed moment; null: never
 * @param open whether they are now
 */
public record WindowView(OffsetDateTime opensAt, OffsetDateTime closesAt, boolean open) {

    public static WindowView of(UploadWindow window, Instant now, ZoneId zone) {
        return new WindowView(time(window.opensAt(), zone), time(window.closesAt(), zone), window.isOpen(now));
    }

    private static OffsetDateTime time(Optional<Instant> instant, ZoneId zone) {
        return instant.map(at -> at.atZone(zone).toOffsetDateTime()).orElse(null);
    }
}
