package org.medexam.smp.core.settings;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The district's own upload window, RFC 3339 with offset in the file; what is absent is the catalogue's to say.
 *
 * @param opensAt first moment
 * @param closesAt first moment after the end, later than {@code opensAt}
 */
public record WindowSettings(Optional<Instant> opensAt, Optional<Instant> closesAt) {

    static WindowSettings from(SettingValues values) {
        Optional<Instant> opensAt = moment(values, SettingKey.WINDOW_OPENS_AT);
        Optional<Instant> closesAt = moment(values, SettingKey.WINDOW_CLOSES_AT);
        if (opensAt.isPresent() && closesAt.isPresent() && !closesAt.get().isAfter(opensAt.get())) {
            values.fault(SettingKey.WINDOW_CLOSES_AT, SettingError.CLOSES_BEFORE_OPENING, SettingKey.WINDOW_OPENS_AT);
        }
        return new WindowSettings(opensAt, closesAt);
    }

    private static Optional<Instant> moment(SettingValues values, SettingKey key) {
        return values.typed(
                key, text -> Optional.of(OffsetDateTime.parse(text).toInstant()), SettingError.NOT_A_MOMENT);
    }
}
