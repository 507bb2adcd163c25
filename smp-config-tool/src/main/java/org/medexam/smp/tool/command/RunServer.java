package org.medexam.smp.tool.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.medexam.smp.core.cataloguefile.InstalledCatalogues;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.JvmOptions;
import org.medexam.smp.tool.ServerProcess;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.client.LocalServerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code smp run}: the server in the foreground, until Ctrl-C or SIGTERM. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunServer implements Callable<Integer> {

    private static final Duration MAX_START = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home")
    private Optional<Path> home = Optional.empty();

    /**
     * Starts nothing, but prints the argument file with which the start script replaces itself by the server's JVM, so
     * that a service is one process.
     */
    @Option(names = "--exec", hidden = true)
    private boolean exec;

    /** Ends the server when this file appears: how a process in the background is asked on Windows. */
    @Option(names = "--stop-file", hidden = true)
    private Optional<Path> stopFile = Optional.empty();

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;

    RunServer(ToolMessages texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Installation.ofThisProgram();
        Path place = home.map(Path::toAbsolutePath).orElse(installation.home());
        SmpSettings settings = SmpSettings.read(installation.settingsFile(place));
        InstalledCatalogues.read(settings); // faulty ones are named here, before the container starts
        ServerProcess.takenPort(settings).ifPresent(port -> {
            throw new Failed(texts.say("port-taken", port));
        });
        List<String> options = JvmOptions.of(place).options();
        if (exec) {
            spec.commandLine()
                    .getOut()
                    .println(ServerProcess.launch(installation, settings, options)
                            .prepareFile());
            return 0;
        }
        return run(ServerProcess.start(installation, settings, options, ProcessBuilder.Redirect.INHERIT), settings);
    }

    private int run(ServerProcess server, SmpSettings settings) throws InterruptedException {
        if (!server.awaitAnswer(LocalServerClient.LIVE, MAX_START)) {
            server.end();
            throw new Failed(texts.say("run.did-not-start", settings.home().resolve("logs")));
        }
        spec.commandLine()
                .getOut()
                .println(texts.say("run.started", settings.http().publicUrl() + LocalServerClient.CONTEXT_ROOT));
        while (!server.await(BETWEEN_LOOKS)) {
            if (stopFile.filter(Files::exists).isPresent()) {
                server.end();
            }
        }
        return server.await();
    }
}
