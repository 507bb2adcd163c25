package org.medexam.smp.tool.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code smp demo}: a server to try, until Ctrl-C. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class RunDemo implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "N", defaultValue = "8001", descriptionKey = "demo.port")
    private int port;

    @Option(names = "--home", paramLabel = "DIR", defaultValue = "smp-demo", descriptionKey = "demo.home")
    private Path home;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;

    RunDemo(ToolMessages texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 1 || port > 65535) {
            throw new ParameterException(spec.commandLine(), texts.say("demo.no-port", port));
        }
        new Demo(
                        Installation.ofThisProgram(),
                        home.toAbsolutePath().normalize(),
                        port,
                        texts,
                        spec.commandLine().getOut(),
                        Clock.systemUTC())
                .run();
        return Smp.COULD_NOT; // a demo that is not told to end has failed
    }
}
