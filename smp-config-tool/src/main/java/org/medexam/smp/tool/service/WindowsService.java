package org.medexam.smp.tool.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.medexam.smp.core.settings.SettingsRefused;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;

/** The server as the Windows service {@code SMP}. */
final class WindowsService implements Supervision {

    private static final int MAX_STOP_SECONDS = 150;

    private final Installation installation;
    private final Path home;
    private final ToolMessages texts;
    private final Programs programs;

    WindowsService(Installation installation, Path home, ToolMessages texts, Programs programs) {
        this.installation = installation;
        this.home = home;
        this.texts = texts;
        this.programs = programs;
    }

    /** Whether the service of this installation is installed. */
    boolean isInstalled() {
        Programs.Outcome outcome = programs.run(ProcrunCommands.configuration());
        return outcome.isGood()
                && outcome.output()
                        .toLowerCase(Locale.ROOT)
                        .contains(installation.procrun().toString().toLowerCase(Locale.ROOT));
    }

    @Override
    public String code() {
        return "windows";
    }

    @Override
    public boolean isAlive() {
        Programs.Outcome outcome = programs.run(commands(home, Optional.empty()).query());
        return outcome.isGood() && !outcome.output().contains("STOPPED");
    }

    @Override
    public void start() {
        // a file that was written since then by an administrator has the administrator's rights alone
        SmpSettings settings = SmpSettings.read(home.resolve("conf").resolve("smp.properties"));
        ProcrunCommands commands = commands(settings);
        giveRights(commands);
        must(commands.start());
    }

    @Override
    public void stop() throws InterruptedException {
        must(commands(home, Optional.empty()).stop());
        for (int second = 0; isAlive(); second++) {
            if (second == MAX_STOP_SECONDS) {
                throw new Failed(texts.say("service.does-not-stop"));
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** @throws SettingsRefused from settings that would not do */
    void install(SmpSettings settings) throws IOException {
        for (String folder : List.of("conf", "data", "logs", "temp")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.createDirectories(settings.storage().path());
        if (settings.backup().path().isPresent()) {
            Files.createDirectories(settings.backup().path().get());
        }
        ProcrunCommands commands = commands(settings);
        must(commands.install());
        must(commands.ownName());
        must(commands.recover());
        must(commands.recoverFromErrorsToo());
        giveRights(commands);
    }

    private void giveRights(ProcrunCommands commands) {
        commands.rights().forEach(this::must);
        commands.rightsOnBackups().forEach(programs::run);
    }

    void remove() {
        must(commands(home, Optional.empty()).remove());
    }

    private ProcrunCommands commands(SmpSettings settings) {
        return commands(settings.storage().path(), settings.backup().path());
    }

    private ProcrunCommands commands(Path store, Optional<Path> backups) {
        return new ProcrunCommands(installation, home, store, backups, Path.of(System.getProperty("java.home")));
    }

    private void must(List<String> command) {
        Programs.Outcome outcome = programs.run(command);
        if (!outcome.isGood()) {
            throw new Failed(texts.say("service.windows-refused", String.join(" ", command), outcome.output()));
        }
    }
}
