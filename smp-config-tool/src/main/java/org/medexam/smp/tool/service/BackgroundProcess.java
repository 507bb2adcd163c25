package org.medexam.smp.tool.service;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;

/**
 * Neither a unit nor a Windows service is installed: {@code smp run} in the background, in a session of its own, so
 * that it outlives the terminal. It does not come back by itself, neither after a crash nor after a boot.
 */
final class BackgroundProcess implements Supervision {

    private static final long MAX_END_SECONDS = 60;

    private final Installation installation;
    private final Path home;
    private final ToolMessages texts;
    private final PidFile pidFile;

    BackgroundProcess(Installation installation, Path home, ToolMessages texts) {
        this.installation = installation;
        this.home = home;
        this.texts = texts;
        this.pidFile = new PidFile(home.resolve("smp.pid"));
    }

    @Override
    public String code() {
        return "background";
    }

    @Override
    public boolean isAlive() {
        return pidFile.process().isPresent();
    }

    @Override
    public void start() throws IOException {
        Files.createDirectories(home.resolve("logs"));
        Files.deleteIfExists(stopRequest());
        ProcessBuilder builder = new ProcessBuilder(Installation.onWindows() ? onWindows() : elsewhere())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File(Installation.onWindows() ? "NUL" : "/dev/null")))
                .redirectOutput(console().toFile());
        builder.environment().put("SMP_HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        pidFile.write(builder.start().toHandle());
    }

    /** The shell becomes the server: one process in all. */
    private List<String> elsewhere() {
        return List.of(
                "setsid",
                installation.folder().resolve("bin").resolve("smp").toString(),
                "run",
                "--exec",
                "--home",
                home.toString());
    }

    /** {@code javaw} has no console whose closing could end it. */
    private List<String> onWindows() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "javaw.exe").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Dsmp.installation=" + installation.folder(),
                "-cp",
                installation.toolJar().toString(),
                "org.medexam.smp.tool.command.Smp",
                "run",
                "--home",
                home.toString(),
                "--stop-file",
                stopRequest().toString());
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        ProcessHandle process = pidFile.process().orElseThrow(() -> new Failed(texts.say("service.not-ours")));
        if (process.supportsNormalTermination()) {
            process.destroy();
        } else {
            AtomicFile.write(stopRequest(), "");
        }
        if (!ended(process)) {
            process.destroyForcibly();
            ended(process);
        }
        pidFile.delete();
        Files.deleteIfExists(stopRequest());
    }

    private static boolean ended(ProcessHandle process) throws InterruptedException {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(MAX_END_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        }
    }

    private Path stopRequest() {
        return home.resolve("smp.stop");
    }

    /** What the process says beside its log. */
    private Path console() {
        return home.resolve("logs").resolve("console.log");
    }
}
