package org.medexam.smp.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.medexam.smp.core.file.AtomicFile;

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
     * The settings file of a home; the sample becomes it where there is none. An archive carries the sample under both
     * names, and who unpacks a new one over an old folder overwrites the settings with it: so a copy of settings that
     * were filled in is kept beside them, and comes back when nothing but the sample is found.
     */
    public Path settingsFile(Path home) throws IOException {
        Path file = home.resolve("conf").resolve("smp.properties");
        Path sample = folder.resolve("conf").resolve("smp.properties.sample");
        if (Files.notExists(sample)) {
            return file;
        }
        Path kept = file.resolveSibling("smp.properties.kept");
        boolean filledIn = Files.exists(file) && Files.mismatch(file, sample) >= 0;
        if (!filledIn) {
            Files.createDirectories(file.getParent());
            AtomicFile.copy(Files.exists(kept) ? kept : sample, file);
        } else if (Files.notExists(kept) || Files.mismatch(file, kept) >= 0) {
            AtomicFile.copy(file, kept);
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
