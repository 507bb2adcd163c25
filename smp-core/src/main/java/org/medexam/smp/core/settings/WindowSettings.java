package org.medexam.smp.core.settings;

import java.time.Instant;
import java.util.Optional;

/**
 * The district's own upload window; what is absent is the catalogue's to say.
 *
 * @param opensAt first moment
 * @param closesAt first moment after the end, later than {@code opensAt}
 */
public record WindowSettings(Optional<Instant> opensAt, Optional<Instant> closesAt) {}
