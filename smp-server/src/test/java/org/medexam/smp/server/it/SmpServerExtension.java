package org.medexam.smp.server.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * Starts a server before the first test of a class, in a temporary folder and on a free port, and stops it after the last
 * test. Register it as a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SmpServerExtension SMP = SmpServerExtension.shared();
 *
 * private final Api api = SMP.api();
 * }</pre>
 */
public final class SmpServerExtension implements BeforeAllCallback, AfterAllCallback {

    /** A step before the start; the server may be started and stopped in it. */
    @FunctionalInterface
    public interface Preparation {
        void prepare(SmpServer server) throws Exception;
    }

    private static final Namespace NAMESPACE = Namespace.create(SmpServerExtension.class);

    private final boolean shared;
    private final boolean embedded;
    private final List<Preparation> preparations = new ArrayList<>();
    private String homeName = "home";
    private Running running;

    private SmpServerExtension(boolean shared, boolean embedded) {
        this.shared = shared;
        this.embedded = embedded;
    }

    /**
     * A server with default settings that all test classes of the process share. A class that shares it uses dossier
     * numbers and site codes of its own, restarts nothing, and asserts nothing about the server as a whole. Where
     * {@code SMP_TEST_DB_URL} is set, each class gets a server of its own, because each start empties that database.
     */
    public static SmpServerExtension shared() {
        return new SmpServerExtension(TestDatabase.fromEnvironment().isEmpty(), false);
    }

    /** A server for one class. */
    public static SmpServerExtension own() {
        return new SmpServerExtension(false, false);
    }

    /** A server for one class, with the embedded database even if {@code SMP_TEST_DB_URL} is set. */
    public static SmpServerExtension ownWithEmbeddedDatabase() {
        return new SmpServerExtension(false, true);
    }

    public SmpServerExtension with(String key, String value) {
        return prepare(server -> server.with(key, value));
    }

    /** Preparations run in the order in which they were given. */
    public SmpServerExtension prepare(Preparation preparation) {
        if (shared) {
            throw new IllegalStateException("a shared server has default settings");
        }
        preparations.add(preparation);
        return this;
    }

    /** @param name of the server's folder, inside the temporary folder */
    public SmpServerExtension inFolder(String name) {
        homeName = name;
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        running = shared
                ? context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                        .computeIfAbsent("shared", key -> startUnchecked(), Running.class)
                : start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (!shared && running != null) {
            running.close();
        }
    }

    /** The running server; only between the first and the last test. */
    public SmpServer server() {
        return running().server();
    }

    /** A client of the running server. */
    public Api api() {
        return running().api();
    }

    /** The temporary folder that holds the server's home; deleted after the last test. */
    public Path folder() {
        return running().folder();
    }

    private Running running() {
        return Optional.ofNullable(running).orElseThrow(() -> new IllegalStateException("the server is not started"));
    }

    private Running startUnchecked() {
        try {
            return start();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Running start() throws Exception {
        Path folder = Files.createTempDirectory("smp-it-");
        Path home = Files.createDirectory(folder.resolve(homeName));
        SmpServer server = embedded ? SmpServer.withEmbeddedDatabase(home) : new SmpServer(home);
        Running started = new Running(folder, server, new Api(server));
        try {
            for (Preparation preparation : preparations) {
                preparation.prepare(server);
            }
            server.start();
            return started;
        } catch (Exception | AssertionError e) {
            started.close();
            throw e;
        }
    }

    /** A started server with its folder; JUnit closes the shared one at the end of the process. */
    private record Running(Path folder, SmpServer server, Api api) implements AutoCloseable {

        @Override
        public void close() throws IOException, InterruptedException {
            server.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
