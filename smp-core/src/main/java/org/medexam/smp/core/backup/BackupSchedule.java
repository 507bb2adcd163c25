package org.medexam.smp.core.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.medexam.smp.core.settings.BackupSettings;

/** Once a day, at the time that the settings name; a server that was down at that time makes up for it. */
public final class BackupSchedule {

    private final BackupSettings settings;
    private final ZoneId zone;

    /** @param zone of the settings' time of day */
    public BackupSchedule(BackupSettings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /** Whether one should begin now: the last time of day has passed, and since then none was tried. */
    public boolean isDue(BackupState state, Instant now) {
        return settings.path().isPresent()
                && Stream.concat(
                                state.lastSuccess().map(BackupState.Success::at).stream(),
                                state.lastFailure().map(BackupState.Failure::at).stream())
                        .noneMatch(tried -> !tried.isBefore(lastTime(now)));
    }

    private Instant lastTime(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant todays = today.atTime(settings.at()).atZone(zone).toInstant();
        return todays.isAfter(now)
                ? today.minusDays(1).atTime(settings.at()).atZone(zone).toInstant()
                : todays;
    }
}
