package org.medexam.smp.tool.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.medexam.smp.core.backup.BackupFolder;
import org.medexam.smp.core.backup.BackupKeys;
import org.medexam.smp.core.backup.BackupRefused;
import org.medexam.smp.core.backup.Restore;
import org.medexam.smp.core.backup.RestoreOutcome;
import org.medexam.smp.core.schema.DatabaseFailed;
import org.medexam.smp.core.snapshot.ListedPicture;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.backup.BackupMessages;
import org.medexam.smp.tool.backup.ProgressLines;
import org.medexam.smp.tool.setup.DatabaseMessages;
import org.medexam.smp.tool.setup.Draft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code smp restore}: an installation back from its backup, into an empty place. */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreBackup implements Callable<Integer> {

    @Mixin
    private CommonOptions asked;

    @Option(names = "--from", paramLabel = "FOLDER", required = true, descriptionKey = "restore.from")
    private Path from;

    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "restore.key")
    private Path key;

    @Option(names = "--snapshot", paramLabel = "NAME", descriptionKey = "restore.snapshot")
    private Optional<String> snapshot = Optional.empty();

    @Option(names = "--settings", paramLabel = "FILE", descriptionKey = "restore.settings")
    private Optional<Path> settings = Optional.empty();

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;

    RestoreBackup(ToolMessages texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() {
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        BackupMessages words = new BackupMessages(texts);
        try {
            RestoreOutcome outcome = new Restore(BackupFolder.open(from), BackupKeys.read(key), asked.home())
                    .restore(snapshot, settings, new ProgressLines(words, answer::say));
            answer.say(texts.say("restore.done", outcome.snapshot(), outcome.rows(), outcome.pictures(), asked.home()));
            outcome.missing().forEach(picture -> answer.say(texts.say("backup.damaged", picture.location())));
            answer.tell("snapshot", outcome.snapshot().text());
            answer.tell("rows", outcome.rows());
            answer.tell("pictures", outcome.pictures());
            answer.tell(
                    "missing",
                    outcome.missing().stream().map(ListedPicture::location).toList());
            return answer.end(outcome.missing().isEmpty() ? 0 : Smp.NOT_WELL);
        } catch (BackupRefused refused) {
            throw words.failed(refused);
        } catch (DatabaseFailed failed) {
            throw DatabaseMessages.failed(texts, Draft.of(asked.home()).database(), failed);
        }
    }
}
