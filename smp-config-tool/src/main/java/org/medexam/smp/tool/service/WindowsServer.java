package org.medexam.smp.tool.service;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.medexam.smp.core.cataloguefile.InstalledCatalogues;
import org.medexam.smp.core.settings.SettingsRefused;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.JvmOptions;
import org.medexam.smp.tool.ServerProcess;

/**
 * What procrun calls inside the service's process: {@code start} returns when the server has ended, {@code stop} comes
 * on another thread and returns when it is gone. Ends the process with an error where the server ended by itself, so
 * that Windows starts the service again.
 */
public final class WindowsServer {

    /** One service is one process: the two calls share nothing else than this class. */
    private static final CompletableFuture<ServerProcess> SERVER = new CompletableFuture<>();

    private WindowsServer() {}

    public static void start(String[] none) throws InterruptedException {
        try {
            Installation installation = Installation.ofThisProgram();
            Path home = Path.of(System.getProperty("smp.home"));
            SmpSettings settings = SmpSettings.read(installation.settingsFile(home));
            InstalledCatalogues.read(settings); // faulty ones are named here, before the container starts
            Path console = Files.createDirectories(home.resolve("logs")).resolve("console.log");
            SERVER.complete(ServerProcess.start(
                    installation, settings, JvmOptions.of(home).options(), Redirect.to(console.toFile())));
        } catch (SettingsRefused | IOException cannot) {
            System.err.println(cannot.getMessage()); // procrun keeps it in logs\smp-stderr.<date>.log
            System.exit(1);
        }
        ServerProcess server = SERVER.join();
        server.await();
        if (!server.wasEnded()) {
            System.exit(1);
        }
    }

    public static void stop(String[] none) {
        SERVER.join().end();
    }
}
