package org.medexam.smp.tool.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.medexam.smp.core.backup.BackupKeys;
import org.medexam.smp.core.backup.BackupState;
import org.medexam.smp.core.settings.SmpSettings;

/** Whether backups are made, and how the last one ended. Never a fault: the district itself decides about its safety. */
final class BackupCheck implements AcceptanceCheck {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Duration LONG_AGO = Duration.ofDays(2);

    private final SmpSettings settings;
    private final Instant now;

    BackupCheck(SmpSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    @Override
    public AcceptanceStep look(StepResult step) {
        Optional<Path> folder = settings.backup().path();
        if (folder.isEmpty()) {
            return step.advice("not-set");
        }
        step.figure("folder", folder.get().toString());
        if (new BackupKeys(settings.home()).exported().isEmpty()) {
            return step.advice("no-key", folder.get());
        }
        BackupState state = BackupState.read(settings.home());
        if (state.lastFailure().isPresent()) {
            return step.advice("failed", folder.get(), state.lastFailure().get().reason());
        }
        if (state.lastSuccess().isEmpty()) {
            return step.advice("none-yet", folder.get());
        }
        BackupState.Success last = state.lastSuccess().get();
        ZoneId zone = settings.district().zone();
        String at = MINUTE.format(last.at().atZone(zone));
        step.figure("lastSuccess", last.at().atZone(zone).toOffsetDateTime().toString());
        if (!last.complete()) {
            return step.advice("incomplete", at, last.damaged());
        }
        return last.at().plus(LONG_AGO).isBefore(now)
                ? step.advice("old", folder.get(), at)
                : step.good("good", folder.get(), at);
    }
}
