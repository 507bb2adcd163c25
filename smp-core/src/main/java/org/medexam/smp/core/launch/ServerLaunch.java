package org.medexam.smp.core.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.file.PrivateFile;
import org.medexam.smp.core.settings.SmpSettings;

/**
 * One start of the server for one SMP_HOME.
 *
 * @param settings already read and checked
 * @param java the {@code java} program, 17 or newer
 * @param payara the Payara Micro jar
 * @param war the web application
 * @param jvmOptions e.g. {@code -Xmx1g}
 */
public record ServerLaunch(SmpSettings settings, Path java, Path payara, Path war, List<String> jvmOptions) {

    /** The system property of a server that ends when its standard input does. */
    public static final String ENDS_WITH_INPUT = "smp.ends-with-input";

    private static final String CONTEXT_ROOT = "nme/ext";

    public ServerLaunch {
        jvmOptions = List.copyOf(jvmOptions);
    }

    /**
     * The server as a child of this program: clears what the last start left in the temporary folder, writes the
     * container's settings, and gives the process that is ready to be started; its output goes where the caller says.
     * Its standard input must stay a pipe from this program: when that ends, by whatever end of this program, the
     * server ends too.
     */
    public ProcessBuilder prepare() {
        write();
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(jvmOptions);
        command.add("-D" + ENDS_WITH_INPUT + "=true");
        command.add("@" + properties());
        command.addAll(arguments());
        ProcessBuilder process = new ProcessBuilder(command);
        process.directory(settings.home().toFile());
        process.environment().put("LC_ALL", "C.UTF-8"); // or the JVM cannot name 影像 on Linux
        return process;
    }

    /**
     * The server in the place of whoever starts it: prepares as {@link #prepare()} does, and writes everything that
     * stands behind the word {@code java} into one argument file, for a shell's {@code exec java @file}. To be started
     * in SMP_HOME with a UTF-8 locale.
     *
     * @return the argument file, readable by its owner alone
     */
    public Path prepareFile() {
        write();
        Path file = temporary().resolve("launch.txt");
        try {
            PrivateFile.write(
                    file,
                    JvmProperties.lines(jvmOptions)
                            + JvmProperties.of(settings.http())
                            + JvmProperties.lines(arguments()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void write() {
        try {
            clear(temporary());
            Files.createDirectories(temporary());
            Files.createDirectories(logs());
            AtomicFile.write(preboot(), lines(ContainerSettings.of(settings.http())));
            AtomicFile.write(postdeploy(), lines(ContainerSettings.afterDeployment(application(), settings.http())));
            AtomicFile.write(logging(), LogSettings.text());
            PrivateFile.write(properties(), JvmProperties.of(settings.http()));
            nameCurrentLog();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lines(Iterable<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private List<String> arguments() {
        List<String> command = new ArrayList<>();
        command.add("-Dsmp.home=" + settings.home());
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.awt.headless=true");
        command.add("-Djava.io.tmpdir=" + temporary());
        command.addAll(List.of("-jar", payara.toString()));
        // --nohazelcast alone: --nocluster would still open its port
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--port", String.valueOf(settings.http().port())));
        settings.http().https().ifPresent(https -> command.addAll(List.of("--sslport", String.valueOf(https.port()))));
        command.addAll(List.of("--rootdir", temporary().resolve("container").toString()));
        command.addAll(List.of("--prebootcommandfile", preboot().toString()));
        command.addAll(List.of("--postdeploycommandfile", postdeploy().toString()));
        command.addAll(List.of("--logproperties", logging().toString()));
        command.addAll(List.of("--deploy", war + File.pathSeparator + CONTEXT_ROOT));
        return command;
    }

    private Path temporary() {
        return settings.home().resolve("temp");
    }

    private Path logs() {
        return settings.home().resolve("logs");
    }

    private Path preboot() {
        return temporary().resolve("container.txt");
    }

    private Path postdeploy() {
        return temporary().resolve("deployed.txt");
    }

    private String application() {
        return war.getFileName().toString().replaceFirst("\\.war$", "");
    }

    private Path logging() {
        return temporary().resolve("logging.properties");
    }

    private Path properties() {
        return temporary().resolve("jvm.txt");
    }

    /** {@code smp.log} is a second name of the current file, where the system lets one have such. */
    private void nameCurrentLog() throws IOException {
        Path name = logs().resolve("smp.log");
        if (Files.notExists(name, LinkOption.NOFOLLOW_LINKS)
                && name.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createSymbolicLink(name, Path.of(LogSettings.CURRENT));
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> below = Files.walk(folder)) {
                below.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
