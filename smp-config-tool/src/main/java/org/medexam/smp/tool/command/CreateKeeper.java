package org.medexam.smp.tool.command;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.setup.Draft;
import org.medexam.smp.tool.setup.Keepers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smp create-keeper NAME}: the first account keeper, or a new password for one. */
@Command(name = "create-keeper", mixinStandardHelpOptions = true)
final class CreateKeeper implements Callable<Integer> {

    @Mixin
    private CommonOptions asked;

    @Parameters(paramLabel = "NAME", descriptionKey = "create-keeper.name")
    private String name;

    @Option(names = "--display-name", paramLabel = "TEXT", descriptionKey = "create-keeper.display-name")
    private Optional<String> displayName = Optional.empty();

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "create-keeper.password-file")
    private Optional<String> passwordFile = Optional.empty();

    @Option(names = "--reset", descriptionKey = "create-keeper.reset")
    private boolean reset;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;
    private final ConsoleInput typed;
    private final InstantSource clock;

    CreateKeeper(ToolMessages texts, ConsoleInput typed, InstantSource clock) {
        this.texts = texts;
        this.typed = typed;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Keepers keepers = new Keepers(texts, CreateDatabase.database(texts, Draft.of(asked.home())), clock);
        if (!reset && keepers.exists(name)) {
            throw new Failed(texts.say("keeper.taken", name)); // before anybody types a password for nothing
        }
        String shown = displayName.orElse(name);
        Secret password = passwordFile
                .map(typed::fromFile)
                .orElseGet(() -> typed.newSecret(
                        out, texts.say("create-keeper.password", name), texts.say("create-keeper.again")));
        keepers.create(name, shown, password.reveal().toCharArray(), reset);
        CommandOutput answer = new CommandOutput(asked, out);
        answer.say(texts.say("create-keeper.done", name));
        answer.tell("name", name);
        return answer.end(0);
    }
}
