package org.medexam.smp.tool.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.medexam.smp.core.backup.BackupKeys;
import org.medexam.smp.core.backup.BackupRefused;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.backup.BackupMessages;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code smp export-keys}: the key of the backups to a safe place, and read back from there. */
@Command(name = "export-keys", mixinStandardHelpOptions = true)
final class ExportKeys implements Callable<Integer> {

    @Mixin
    private CommonOptions asked;

    @ArgGroup(multiplicity = "1")
    private Where where;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;
    private final InstantSource clock;

    /** One of the two. */
    static final class Where {

        @Option(names = "--to", paramLabel = "FILE", required = true, descriptionKey = "export-keys.to")
        private Path to;

        @Option(names = "--check", paramLabel = "FILE", required = true, descriptionKey = "export-keys.check")
        private Path check;
    }

    ExportKeys(ToolMessages texts, InstantSource clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        asked.settings(); // or the key would be made in a folder that is no installation
        BackupKeys keys = new BackupKeys(asked.home());
        try {
            if (where.to != null) {
                keys.export(where.to, clock.instant());
                answer.say(texts.say("export-keys.done", where.to));
                answer.tell("file", where.to.toString());
            } else {
                answer.tell(
                        "recipient", keys.check(where.check, clock.instant()).text());
                answer.say(texts.say("export-keys.checked", where.check));
            }
            return answer.end(0);
        } catch (BackupRefused refused) {
            throw new BackupMessages(texts).failed(refused);
        }
    }
}
