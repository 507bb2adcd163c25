package org.medexam.smp.tool.command;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.backup.BackupClient;
import org.medexam.smp.tool.backup.BackupMessages;
import org.medexam.smp.tool.backup.ProgressLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code smp backup}: a backup now, whether the server runs or not. */
@Command(name = "backup", mixinStandardHelpOptions = true)
final class MakeBackups implements Callable<Integer> {

    private static final long MEGABYTE = 1_000_000;

    @Mixin
    private CommonOptions asked;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;
    private final InstantSource clock;

    MakeBackups(ToolMessages texts, InstantSource clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        BackupClient.Made made = new BackupClient(asked.settings(), texts, clock)
                .backUp(new ProgressLines(new BackupMessages(texts), answer::say));
        answer.say(texts.say(
                "backup.done",
                made.snapshot(),
                made.pictures(),
                made.newPictures(),
                (made.bytes() + MEGABYTE - 1) / MEGABYTE));
        if (made.writersWaited()) {
            answer.say(texts.say("backup.writers-waited"));
        }
        if (made.damaged() > 0) {
            made.locations().forEach(location -> answer.say(texts.say("backup.damaged", location)));
            answer.say(texts.say("backup.incomplete", made.damaged()));
        }
        answer.tell("snapshot", made.snapshot());
        answer.tell("pictures", made.pictures());
        answer.tell("newPictures", made.newPictures());
        answer.tell("bytes", made.bytes());
        answer.tell("damaged", made.damaged());
        answer.tell("damagedLocations", made.locations());
        return answer.end(made.damaged() == 0 ? 0 : Smp.NOT_WELL);
    }
}
