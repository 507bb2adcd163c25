package org.medexam.smp.tool.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Which program listens on a port, as far as the system tells. */
final class Listener {

    private static final String LISTENS = "0A";

    private Listener() {}

    /** The program's path and number, e.g. {@code C:\nginx\nginx.exe (4711)}. */
    static Optional<String> on(int port) {
        OptionalLong process = System.getProperty("os.name").startsWith("Windows") ? askNetstat(port) : askProc(port);
        return process.isEmpty()
                ? Optional.empty()
                : Optional.of(ProcessHandle.of(process.getAsLong())
                                .flatMap(handle -> handle.info().command())
                                .orElse("PID")
                        + " (" + process.getAsLong() + ")");
    }

    private static OptionalLong askNetstat(int port) {
        try {
            Process netstat = new ProcessBuilder("netstat", "-ano", "-p", "TCP").start();
            try (Stream<String> lines = netstat.inputReader().lines()) {
                OptionalLong found = lines.map(line -> line.strip().split("\\s+"))
                        .filter(words -> words.length == 5 && words[1].endsWith(":" + port) && words[2].endsWith(":0"))
                        .mapToLong(words -> Long.parseLong(words[4]))
                        .findFirst();
                netstat.waitFor(5, TimeUnit.SECONDS);
                return found;
            }
        } catch (IOException | NumberFormatException doesNotSay) {
            return OptionalLong.empty();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private static OptionalLong askProc(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(table -> socket(Path.of(table), port))
                .flatMap(Optional::stream)
                .map(Listener::holder)
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }

    /** The number of the socket that listens there. */
    private static Optional<String> socket(Path table, int port) {
        String ending = String.format(":%04X", port);
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length > 9 && words[1].endsWith(ending) && words[3].equals(LISTENS))
                    .map(words -> words[9])
                    .findFirst();
        } catch (IOException noSuchTable) {
            return Optional.empty();
        }
    }

    private static OptionalLong holder(String socket) {
        return ProcessHandle.allProcesses()
                .mapToLong(ProcessHandle::pid)
                .filter(process -> holds(process, "socket:[" + socket + "]"))
                .findFirst();
    }

    private static boolean holds(long process, String file) {
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(process), "fd"))) {
            return open.anyMatch(one -> {
                try {
                    return Files.readSymbolicLink(one).toString().equals(file);
                } catch (IOException closedMeanwhile) {
                    return false;
                }
            });
        } catch (IOException anothers) {
            return false;
        }
    }
}
