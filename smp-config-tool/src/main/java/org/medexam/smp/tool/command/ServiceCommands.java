package org.medexam.smp.tool.command;

import org.medexam.smp.tool.ToolMessages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code smp service}: alone it says what it can do. */
@Command(name = "service", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
final class ServiceCommands implements Runnable {

    @Spec
    private CommandSpec spec;

    private ServiceCommands() {}

    static CommandLine commandLine(ToolMessages texts) {
        return new CommandLine(new ServiceCommands())
                .addSubcommand("install", new InstallService(texts))
                .addSubcommand("remove", new RemoveService(texts));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
