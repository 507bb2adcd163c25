package org.medexam.smp.tool.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medexam.smp.tool.Installation;

/** The text of {@code smp.service}, from its template (systemd.unit(5), systemd.exec(5)). */
final class UnitFile {

    private UnitFile() {}

    /** @param backups where they go, if anywhere; it may be away when the server starts */
    static String of(Installation installation, Path home, Path store, Optional<Path> backups) {
        String programs = paths(Stream.of("Extension", "tool", "bin", "sql")
                .map(installation.folder()::resolve)
                .toList());
        boolean inHomes = Stream.concat(Stream.of(installation.folder(), home, store), backups.stream())
                .anyMatch(path -> path.startsWith("/home") || path.startsWith("/root"));
        return template()
                .replace("@home@", homeLine(home))
                .replace("@java@", "Environment=" + quoted("JAVA_HOME=" + System.getProperty("java.home")))
                .replace("@account@", SystemdUnit.ACCOUNT)
                .replace("@workingDirectory@", escaped(home.toString()))
                .replace(
                        "@own@",
                        paths(Stream.of("conf", "data", "logs", "temp")
                                .map(home::resolve)
                                .toList()))
                .replace(
                        "@program@",
                        quoted(installation.folder().resolve("bin/smp").toString()))
                .replace("@homeArgument@", quoted(home.toString()))
                .replace(
                        "@written@",
                        paths(List.of(home, store))
                                + backups.map(UnitFile::mayBeAway).orElse(""))
                .replace("@programs@", programs)
                .replace("@protectHome@", inHomes ? "read-only" : "yes");
    }

    private static String mayBeAway(Path path) {
        return " " + quoted("-" + path);
    }

    /** The line by which the unit of a home is known. */
    static String homeLine(Path home) {
        return "Environment=" + quoted("SMP_HOME=" + home);
    }

    private static String paths(List<Path> paths) {
        return paths.stream().map(path -> quoted(path.toString())).collect(Collectors.joining(" "));
    }

    /** Spaces want quotes; a percent sign begins a specifier, a dollar sign a variable. */
    private static String quoted(String text) {
        return '"' + escaped(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    private static String template() {
        try (InputStream in = UnitFile.class.getResourceAsStream("smp.service")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
