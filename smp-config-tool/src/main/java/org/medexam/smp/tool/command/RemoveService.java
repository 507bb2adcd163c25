package org.medexam.smp.tool.command;

import java.util.concurrent.Callable;
import org.medexam.smp.tool.ToolMessages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code smp service remove}. */
@Command(name = "remove", mixinStandardHelpOptions = true)
final class RemoveService implements Callable<Integer> {

    @Mixin
    private CommonOptions asked;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;

    RemoveService(ToolMessages texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        asked.service(texts).remove();
        answer.say(texts.say("service.removed"));
        return answer.end(0);
    }
}
