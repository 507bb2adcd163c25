package org.medexam.smp.tool.command;

import java.util.concurrent.Callable;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.service.ServiceState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code smp start}: in the background, or as the installed service. */
@Command(name = "start", mixinStandardHelpOptions = true)
final class StartServer implements Callable<Integer> {

    @Mixin
    private CommonOptions asked;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;

    StartServer(ToolMessages texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        ServiceState state = asked.service(texts).start();
        return StatusAnswer.end(answer, state, texts);
    }
}
