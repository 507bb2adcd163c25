package org.medexam.smp.tool.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.medexam.smp.core.backup.BackupState;
import org.medexam.smp.core.settings.HttpSettings;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.service.CertificateEnd;
import org.medexam.smp.tool.service.Health;
import org.medexam.smp.tool.service.Service;
import org.medexam.smp.tool.service.ServiceState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code smp status}: how the server is, by its address, and what an administrator must not forget. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class ShowStatus implements Callable<Integer> {

    /** Time enough to have a new certificate made out. */
    private static final Duration SOON = Duration.ofDays(30);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Mixin
    private CommonOptions asked;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;
    private final Clock clock;

    ShowStatus(ToolMessages texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        SmpSettings settings = asked.settings();
        ZoneId zone = settings.district().zone();
        Service service = asked.service(texts);
        ServiceState state = service.state();
        StatusAnswer.say(answer, state, texts);
        state.health().ifPresent(health -> tell(answer, health, zone));
        answer.say(texts.say("status.kind", texts.say("status.kind." + service.kind())));
        answer.tell("kind", service.kind());
        settings.http().https().ifPresent(https -> tell(answer, https, zone));
        tell(answer, BackupState.read(asked.home()), zone);
        return answer.end(StatusAnswer.exitCode(state));
    }

    private void tell(CommandOutput answer, Health health, ZoneId zone) {
        health.version().ifPresent(version -> {
            answer.say(texts.say("status.version", version));
            answer.tell("version", version);
        });
        health.since().ifPresent(since -> {
            answer.say(texts.say("status.since", MOMENT.format(since.atZone(zone))));
            answer.tell("since", since.toString());
        });
        answer.say(texts.say("status.database", texts.say("status." + health.database())));
        answer.tell("database", health.database());
        answer.say(texts.say(
                "status.storage",
                texts.say("status." + health.storage()),
                String.format("%.1f", health.freeBytes() / (double) (1 << 30))));
        answer.tell("storage", health.storage());
        answer.tell("freeBytes", health.freeBytes());
    }

    private void tell(CommandOutput answer, BackupState backups, ZoneId zone) {
        answer.say(backups.lastSuccess()
                .map(success -> texts.say(
                        success.complete() ? "status.backup" : "status.backup-incomplete",
                        MOMENT.format(success.at().atZone(zone)),
                        success.folder(),
                        success.damaged()))
                .orElseGet(() -> texts.say("status.no-backup")));
        backups.lastSuccess().ifPresent(success -> {
            answer.tell("lastBackup", success.at().toString());
            answer.tell("lastBackupComplete", success.complete());
        });
        backups.lastFailure().ifPresent(failure -> {
            String when = MOMENT.format(failure.at().atZone(zone));
            answer.say(texts.say("status.backup-failed", when, failure.reason()));
            answer.tell("lastBackupFailure", failure.at().toString());
        });
    }

    private void tell(CommandOutput answer, HttpSettings.Https https, ZoneId zone) {
        CertificateEnd.of(https).ifPresent(end -> {
            Instant now = clock.instant();
            String when = MOMENT.format(end.atZone(zone));
            answer.say(
                    now.plus(SOON).isAfter(end)
                            ? texts.say("status.certificate-soon", when, https.keystore())
                            : texts.say("status.certificate", when));
            answer.tell("certificateEnds", end.toString());
        });
    }
}
