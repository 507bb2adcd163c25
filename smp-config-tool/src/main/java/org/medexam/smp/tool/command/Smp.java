package org.medexam.smp.tool.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.medexam.smp.tool.ToolMessages;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code smp run}, {@code smp demo}. */
@Command(name = "smp", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class Smp implements Runnable {

    static final int COULD_NOT = 1;
    static final int ASKED_WRONGLY = 2;

    /** It was done, and what it found is not well: a server that does not run, a picture that is missing. */
    static final int NOT_WELL = 3;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Smp() {}

    public static void main(String[] arguments) {
        LibraryLogging.setUp();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine(ToolMessages.ofThisMachine(), out, err).execute(arguments));
    }

    static CommandLine commandLine(ToolMessages texts, PrintWriter out, PrintWriter err) {
        return commandLine(texts, ConsoleInput.ofThisProgram(texts), Clock.systemUTC(), out, err);
    }

    static CommandLine commandLine(
            ToolMessages texts, ConsoleInput typed, Clock clock, PrintWriter out, PrintWriter err) {
        CommandLine smp = new CommandLine(new Smp())
                .addSubcommand("run", new RunServer(texts))
                .addSubcommand("demo", new RunDemo(texts))
                .addSubcommand("configure", new Configure(texts, typed, clock))
                .addSubcommand("create-database", new CreateDatabase(texts))
                .addSubcommand("check", new Check(texts, clock))
                .addSubcommand("check-catalogue", new CheckCatalogue(texts))
                .addSubcommand("create-keeper", new CreateKeeper(texts, typed, clock))
                .addSubcommand("completion", new PrintCompletion(texts))
                .addSubcommand("start", new StartServer(texts))
                .addSubcommand("stop", new StopServer(texts))
                .addSubcommand("restart", new RestartServer(texts))
                .addSubcommand("status", new ShowStatus(texts, Clock.systemUTC()))
                .addSubcommand("upgrade", new UpgradePrograms(texts))
                .addSubcommand("service", ServiceCommands.commandLine(texts))
                .addSubcommand("accept", new Accept(texts))
                .addSubcommand("export-keys", new ExportKeys(texts, Clock.systemUTC()))
                .addSubcommand("backup", new MakeBackups(texts, Clock.systemUTC()))
                .addSubcommand("restore", new RestoreBackup(texts))
                .addSubcommand("verify", new Verify(texts, Clock.systemUTC()))
                .setResourceBundle(texts.words())
                .setOut(out)
                .setErr(err);
        smp.getCommandSpec().version("SMP " + Smp.class.getPackage().getImplementationVersion());
        smp.getSubcommands().values().forEach(command -> command.setResourceBundle(texts.words()));
        return smp.setExecutionExceptionHandler(new Failures(texts));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
