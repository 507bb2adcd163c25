package org.medexam.smp.tool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.medexam.smp.core.launch.ServerLaunch;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.client.LocalServerClient;

/** The server as a process below this one, which ends it before it ends itself. */
public final class ServerProcess {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final long MAX_END_SECONDS = 30;

    private final Process process;
    private volatile boolean ended;
    private final LocalServerClient server;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.server = LocalServerClient.of(port, ANSWER_TIMEOUT);
    }

    /** The first port of these settings that somebody listens on already. */
    public static OptionalInt takenPort(SmpSettings settings) {
        IntStream https = settings.http().https().stream().mapToInt(line -> line.port());
        return IntStream.concat(IntStream.of(settings.http().port()), https)
                .filter(port -> !isFree(port))
                .findFirst();
    }

    /** Whether nobody listens on the port of this machine. */
    public static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * Starts the server; from now on the end of this program, by Ctrl-C too, is its end.
     *
     * @param jvmOptions e.g. {@code -Xmx1g}
     * @param output where it writes what belongs into no log file
     */
    public static ServerProcess start(
            Installation installation, SmpSettings settings, List<String> jvmOptions, ProcessBuilder.Redirect output)
            throws IOException {
        Process process = launch(installation, settings, jvmOptions)
                .prepare()
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        ServerProcess server = new ServerProcess(process, settings.http().port());
        Runtime.getRuntime().addShutdownHook(new Thread(server::end, "smp-end"));
        return server;
    }

    /** How the server of this installation is started. */
    public static ServerLaunch launch(Installation installation, SmpSettings settings, List<String> jvmOptions) {
        return new ServerLaunch(settings, Installation.java(), installation.payara(), installation.war(), jvmOptions);
    }

    /**
     * Asks an address until it answers 200. The address, not the log: the container says it is ready before the
     * application is.
     *
     * @param path below the context root, as {@link LocalServerClient#LIVE}
     * @return false when the process ended or the time is over
     */
    public boolean awaitAnswer(String path, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (server.answers(path)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS.toMillis());
        }
        return false;
    }

    /** Waits for the server's end. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits for the server's end, but no longer than that; whether it came. */
    public boolean await(Duration longest) throws InterruptedException {
        return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether its end was our wish. */
    public boolean wasEnded() {
        return ended;
    }

    /** Ends the server as by Ctrl-C, and returns when it is gone. */
    public void end() {
        ended = true;
        try {
            if (process.supportsNormalTermination()) {
                process.destroy();
            } else {
                process.getOutputStream().close(); // Windows knows no polite signal
            }
        } catch (IOException goneAlready) {
            process.destroy();
        }
        try {
            if (!process.waitFor(MAX_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
