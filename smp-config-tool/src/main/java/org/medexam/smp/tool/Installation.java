package org.medexam.smp.tool;

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

    Path payara() {
        return folder.resolve("Extension").resolve("payara-micro.jar");
    }

    Path war() {
        return folder.resolve("Extension").resolve("smp-server.war");
    }

    Path rootWar() {
        return folder.resolve("Extension").resolve("smp-root.war");
    }

    /** The Java that runs this program. */
    static Path java() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }
}
