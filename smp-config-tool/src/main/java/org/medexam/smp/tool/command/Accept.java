package org.medexam.smp.tool.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.medexam.smp.core.paper.QrCode;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.acceptance.Acceptance;
import org.medexam.smp.tool.acceptance.AcceptanceListener;
import org.medexam.smp.tool.acceptance.AcceptanceReport;
import org.medexam.smp.tool.acceptance.AcceptanceSlip;
import org.medexam.smp.tool.acceptance.AcceptanceStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code smp accept}: 部署验收, with the slip as PDF. */
@Command(name = "accept", mixinStandardHelpOptions = true)
final class Accept implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @Mixin
    private CommonOptions asked;

    @Option(names = "--slip", paramLabel = "FILE.pdf", descriptionKey = "accept.slip")
    private Optional<Path> slip = Optional.empty();

    @Option(
            names = "--wait-for-phone",
            paramLabel = "MINUTES",
            defaultValue = "5",
            descriptionKey = "accept.wait-for-phone")
    private int minutes;

    @Option(names = "--no-phone", descriptionKey = "accept.no-phone")
    private boolean withoutPhone;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;

    Accept(ToolMessages texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws InterruptedException {
        long most = Acceptance.MAX_WAIT.toMinutes();
        if (minutes < 1 || minutes > most) {
            throw new ParameterException(spec.commandLine(), texts.say("accept.no-minutes", minutes, most));
        }
        SmpSettings settings = asked.settings();
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        AcceptanceReport report = new Acceptance(settings, texts, InstantSource.system())
                .run(
                        withoutPhone ? Duration.ZERO : Duration.ofMinutes(minutes),
                        new Telling(answer, settings.district().zone()));
        tell(answer, report);
        answer.say("");
        answer.say(texts.say("accept.verdict." + report.verdict().code()));
        slip.map(Path::toAbsolutePath).ifPresent(file -> write(answer, report, file));
        return answer.end(report.verdict() == AcceptanceStep.Result.FAULT ? Smp.NOT_WELL : 0);
    }

    private void write(CommandOutput answer, AcceptanceReport report, Path file) {
        try {
            new AcceptanceSlip(texts).write(report, file);
        } catch (IOException cannot) {
            throw new Failed(texts.say("accept.slip-not-written", file));
        }
        answer.say(texts.say("accept.slip-written", file));
        answer.tell("slip", file.toString());
    }

    private static void tell(CommandOutput answer, AcceptanceReport report) {
        answer.tell("verdict", report.verdict().code());
        answer.tell("at", report.at().toOffsetDateTime().toString());
        answer.tell("version", report.version());
        List<Map<String, Object>> steps = report.steps().stream()
                .map(step -> {
                    Map<String, Object> members = new LinkedHashMap<>();
                    members.put("step", step.kind().code());
                    members.put("result", step.result().code());
                    members.put("words", step.words());
                    members.put("millis", step.took().toMillis());
                    members.put("figures", step.figures());
                    return members;
                })
                .toList();
        answer.tell("steps", steps);
    }

    /** Says each step as it ends, and shows the phone's address as a code that a camera reads. */
    private final class Telling implements AcceptanceListener {

        private final CommandOutput answer;
        private final ZoneId zone;

        Telling(CommandOutput answer, ZoneId zone) {
            this.answer = answer;
            this.zone = zone;
        }

        @Override
        public void ended(AcceptanceStep step) {
            answer.say(texts.say(
                    "accept.line",
                    texts.say("accept.result." + step.result().code()),
                    texts.say("accept." + step.kind().code()),
                    step.words()));
        }

        @Override
        public void phoneWanted(String address, Instant until) {
            if (asked.json()) {
                // a program that wants the phone's result must be able to hand the address on
                spec.commandLine().getErr().println(address);
                return;
            }
            answer.say(QrCode.of(address).asText());
            answer.say(texts.say("accept.phone-wanted", address, TIME.format(until.atZone(zone))));
        }

        @Override
        public void phoneCame() {
            answer.say(texts.say("accept.phone-came"));
        }
    }
}
