package org.medexam.smp.tool.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.upgrade.Upgrade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code smp upgrade}: {@code --from} a new archive, by the programs that are there, which hand over to the new ones; or
 * {@code --to} an installation, by the new programs from where they were unpacked.
 */
@Command(name = "upgrade", mixinStandardHelpOptions = true)
final class UpgradePrograms implements Callable<Integer> {

    @Mixin
    private CommonOptions asked;

    @Option(names = "--from", paramLabel = "ZIP|DIR", descriptionKey = "upgrade.from")
    private Optional<Path> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DIR", descriptionKey = "upgrade.to")
    private Optional<Path> to = Optional.empty();

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;

    UpgradePrograms(ToolMessages texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (from.isPresent() == to.isPresent()) {
            throw new ParameterException(spec.commandLine(), texts.say("upgrade.from-or-to"));
        }
        return from.isPresent() ? handOver(from.get()) : replace(to.get());
    }

    /** The new programs do it: those that run now may know nothing of what the new ones need. */
    private int handOver(Path source) throws IOException, InterruptedException {
        if (Files.notExists(source)) {
            throw new Failed(texts.say("upgrade.no-programs", source));
        }
        Installation mine = Installation.ofThisProgram();
        Path folder = Upgrade.open(source, mine, texts);
        Installation fresh = new Installation(folder);
        ProcessBuilder process = new ProcessBuilder(
                Installation.java().toString(),
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Duser.language=" + (texts.chinese() ? "zh" : "en"),
                "-Dsmp.installation=" + folder,
                "-cp",
                fresh.toolJar().toString(),
                "org.medexam.smp.tool.command.Smp",
                "upgrade",
                "--to",
                mine.folder().toString(),
                "--home",
                asked.home().toString());
        if (asked.json()) {
            process.command().addAll(List.of("--json"));
        }
        int exitCode = process.inheritIO().start().waitFor();
        if (exitCode == 0) {
            Upgrade.tidy(mine);
        }
        return exitCode;
    }

    private int replace(Path target) throws IOException, InterruptedException {
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        Installation installation = new Installation(target.toAbsolutePath().normalize());
        Path home = asked.homeOr(installation.home());
        Path settings = home.resolve("conf").resolve("smp.properties");
        if (Files.notExists(settings)) {
            throw new Failed(texts.say("upgrade.no-installation", installation.folder(), settings));
        }
        String version = new Upgrade(
                        Installation.ofThisProgram().folder(),
                        installation,
                        SmpSettings.read(settings),
                        texts,
                        answer::say)
                .run();
        answer.say(texts.say("upgrade.done", version));
        answer.tell("version", version);
        return answer.end(0);
    }
}
