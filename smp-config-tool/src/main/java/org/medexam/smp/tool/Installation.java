package org.medexam.smp.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the programs lie and where their home is.
 *
 * @param folder the folder {@code SMP} as it was unpacked
 */
public record Installation(Path folder) {

    /** The installation that the start script names; the current folder, if none. */
    public static Installation ofThisProgram() {
        return new Installation(Path.of(System.getProperty("smp.installation", ""))
                .toAbsolutePath()
                .normalize());
    }

    /** SMP_HOME: what the environment says, or else the installation itself. */
    public Path home() {
        return Optional.ofNullable(System.getenv("SMP_HOME"))
                .filter(home -> !home.isBlank())
                .map(home -> Path.of(home).toAbsolutePath().normalize())
                .orElse(folder);
    }

    /**
     * The settings file of a home. Where there is none yet, the sample becomes it: the archive carries only the sample,
     * so that an archive unpacked over an old folder changes no setting.
     */
    public Path settingsFile(Path home) throws IOException {
        Path file = home.resolve("conf").resolve("smp.properties");
        Path sample = folder.resolve("conf").resolve("smp.properties.sample");
        if (Files.notExists(file) && Files.exists(sample)) {
            Files.createDirectories(file.getParent());
            Files.copy(sample, file);
        }
        return file;
    }

    /** The version of these programs, as their folder says it; empty where it does not say. */
    public Optional<String> version() {
        try {
            return Optional.of(Files.readString(folder.resolve("VERSION")).strip());
        } catch (IOException unsaid) {
            return Optional.empty();
        }
    }

    /** The program that Windows runs as the service. */
    public Path procrun() {
        return folder.resolve("Extension").resolve("service").resolve("smp.exe");
    }

    /** The jar that begins the configuration tool and the command line; it names all the others. */
    public Path toolJar() {
        return folder.resolve("tool").resolve("smp-config-tool.jar");
    }

    Path payara() {
        return folder.resolve("Extension").resolve("payara-micro.jar");
    }

    Path war() {
        return folder.resolve("Extension").resolve("smp-server.war");
    }

    /** The Java that runs this program. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", onWindows() ? "java.exe" : "java");
    }

    public static boolean onWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
