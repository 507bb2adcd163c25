package org.medexam.smp.server.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running strace that watches every thread of a process. */
final class Strace implements AutoCloseable {

    private static final String CALLS =
            "openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat," + "sendto,sendmsg,writev";

    /** Longer than any single write of the database, so that every row is seen. */
    private static final int MAX_TEXT = 4_000_000;

    private final Process process;
    private final Path trace;
    private final Path words;

    private Strace(Process process, Path trace, Path words) {
        this.process = process;
        this.trace = trace;
        this.words = words;
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "strace")));
    }

    /** Returns when it watches, or gave up: see {@link #watches()}. */
    static Strace attach(long pid, Path folder) throws IOException, InterruptedException {
        Path trace = folder.resolve("trace.txt");
        Path words = folder.resolve("strace.txt");
        Process process = new ProcessBuilder(List.of(
                        "strace",
                        "-f",
                        "-y",
                        "-s",
                        String.valueOf(MAX_TEXT),
                        "-e",
                        "trace=" + CALLS,
                        "-e",
                        "signal=none",
                        "-o",
                        trace.toString(),
                        "-p",
                        String.valueOf(pid)))
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        Strace strace = new Strace(process, trace, words);
        while (process.isAlive() && !strace.words().contains("attached")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return strace;
    }

    boolean watches() {
        return process.isAlive();
    }

    /** What it says itself, e.g. why it may not. */
    String words() throws IOException {
        return Files.readString(words);
    }

    /** Lets go of the process, and gives what it saw. */
    List<SystemCall> calls() throws IOException, InterruptedException {
        close();
        try (Stream<String> lines = Files.lines(trace, StandardCharsets.ISO_8859_1)) {
            return TraceParser.parse(lines);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
