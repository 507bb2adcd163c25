package org.medexam.smp.tool.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ServerProcess;
import org.medexam.smp.tool.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code smp run}: the server in the foreground, until Ctrl-C or SIGTERM. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunServer implements Callable<Integer> {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home")
    private Optional<Path> home = Optional.empty();

    @Spec
    private CommandSpec spec;

    private final Texts texts;

    RunServer(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Installation.ofThisProgram();
        Path place = home.map(Path::toAbsolutePath).orElse(installation.home());
        SmpSettings settings = SmpSettings.read(place.resolve("conf").resolve("smp.properties"));
        refuseTakenPorts(settings);
        ServerProcess server = ServerProcess.start(
                installation, settings, ServerProcess.USUAL_OPTIONS, ProcessBuilder.Redirect.INHERIT);
        if (!server.awaitAnswer("/nme/ext/api/health/live", LONGEST_START)) {
            server.end();
            throw new Failed(texts.say("run.did-not-start", settings.home().resolve("logs")));
        }
        spec.commandLine()
                .getOut()
                .println(texts.say("run.started", settings.http().publicUrl() + "/nme/ext"));
        return server.await();
    }

    private void refuseTakenPorts(SmpSettings settings) {
        IntStream https = settings.http().https().stream().mapToInt(line -> line.port());
        IntStream.concat(IntStream.of(settings.http().port()), https)
                .filter(port -> !ServerProcess.isFree(port))
                .findFirst()
                .ifPresent(port -> {
                    throw new Failed(texts.say("port-taken", port));
                });
    }
}
