package org.medexam.smp.tool.command;

import java.util.concurrent.Callable;
import org.medexam.smp.tool.ToolMessages;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smp completion bash}: a script that lets bash complete commands and options. */
@Command(name = "completion", mixinStandardHelpOptions = true)
final class PrintCompletion implements Callable<Integer> {

    @Parameters(paramLabel = "SHELL", defaultValue = "bash", descriptionKey = "completion.shell")
    private String shell;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;

    PrintCompletion(ToolMessages texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() {
        if (!shell.equals("bash")) {
            throw new ParameterException(spec.commandLine(), texts.say("completion.bash-only", shell));
        }
        spec.commandLine().getOut().println(AutoComplete.bash("smp", spec.root().commandLine()));
        return 0;
    }
}
