package org.medexam.smp.tool.command;

import java.util.concurrent.Callable;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.service.ServiceState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code smp stop}. */
@Command(name = "stop", mixinStandardHelpOptions = true)
final class StopServer implements Callable<Integer> {

    @Mixin
    private CommonOptions asked;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;

    StopServer(ToolMessages texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        asked.service(texts).stop();
        answer.say(texts.say("service.stopped"));
        answer.tell("state", ServiceState.Condition.STOPPED.code());
        return answer.end(0);
    }
}
