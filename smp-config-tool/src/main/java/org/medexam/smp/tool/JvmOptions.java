package org.medexam.smp.tool;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The options of the server's JVM: what SMP_JVM_OPTIONS says, separated by spaces; or else {@code conf/jvm.options},
 * one a line; or else a heap that fits the machine.
 */
public final class JvmOptions {

    private static final long SMALL_MACHINE_BYTES = 3L << 30;

    private JvmOptions() {}

    /** The options as they stand, and those that a caller may add where nobody has set any. */
    public record Found(List<String> options, boolean usual) {

        /** Wishes of ours give way to those of a person. */
        public List<String> and(String wish) {
            return usual ? Stream.concat(options.stream(), Stream.of(wish)).toList() : options;
        }
    }

    /** @param home SMP_HOME */
    public static Found of(Path home) {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return of(System.getenv(), home, machine.getTotalMemorySize());
    }

    static Found of(Map<String, String> environment, Path home, long machineBytes) {
        List<String> named = new ArrayList<>(
                List.of(environment.getOrDefault("SMP_JVM_OPTIONS", "").strip().split("\\s+")));
        named.remove("");
        if (named.isEmpty()) {
            named.addAll(lines(home.resolve("conf").resolve("jvm.options")));
        }
        return named.isEmpty()
                ? new Found(List.of(machineBytes < SMALL_MACHINE_BYTES ? "-Xmx512m" : "-Xmx1g"), true)
                : new Found(List.copyOf(named), false);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (NoSuchFileException usual) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
