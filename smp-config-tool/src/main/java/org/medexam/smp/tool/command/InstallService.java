package org.medexam.smp.tool.command;

import java.util.concurrent.Callable;
import org.medexam.smp.tool.ToolMessages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code smp service install}. */
@Command(name = "install", mixinStandardHelpOptions = true)
final class InstallService implements Callable<Integer> {

    @Mixin
    private CommonOptions asked;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;

    InstallService(ToolMessages texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        asked.service(texts).install();
        answer.say(texts.say("service.installed"));
        return answer.end(0);
    }
}
