package org.medexam.smp.tool.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;

/** The server as {@code smp.service} of systemd, run by an account of its own. */
final class SystemdUnit implements Supervision {

    static final String ACCOUNT = "smp";

    private static final Path DEFAULT_FOLDER = Path.of("/etc/systemd/system");
    private static final Path SIGN_OF_SYSTEMD = Path.of("/run/systemd/system");

    private final Installation installation;
    private final Path home;
    private final ToolMessages texts;
    private final Programs programs;
    private final Path folder;

    SystemdUnit(Installation installation, Path home, ToolMessages texts, Programs programs, Path folder) {
        this.installation = installation;
        this.home = home;
        this.texts = texts;
        this.programs = programs;
        this.folder = folder;
    }

    static SystemdUnit ofThisMachine(Installation installation, Path home, ToolMessages texts) {
        return new SystemdUnit(installation, home, texts, new SystemPrograms(), DEFAULT_FOLDER);
    }

    /** Whether a unit for this very home is installed. */
    boolean isInstalled() {
        try {
            return Files.readString(file()).contains(UnitFile.homeLine(home));
        } catch (IOException none) {
            return false;
        }
    }

    @Override
    public String code() {
        return "systemd";
    }

    @Override
    public boolean isAlive() {
        String state = programs.run(List.of("systemctl", "show", "--property=ActiveState", "--value", "smp.service"))
                .output();
        return List.of("active", "activating", "reloading", "deactivating").contains(state);
    }

    @Override
    public void start() {
        // after too many crashes systemd would refuse even a person
        programs.run(List.of("systemctl", "reset-failed", "smp.service"));
        must("systemctl", "start", "smp.service");
    }

    @Override
    public void stop() {
        must("systemctl", "stop", "smp.service");
    }

    /** The account, its rights, the unit; the server will come up at the next boot, and now if it is asked to. */
    void install(SmpSettings settings) throws IOException {
        if (!Files.isDirectory(SIGN_OF_SYSTEMD)) {
            throw new Failed(texts.say(
                    "service.no-systemd", installation.folder().resolve("bin").resolve("smp")));
        }
        installFiles(settings);
        must("systemctl", "daemon-reload");
        must("systemctl", "enable", "smp.service");
    }

    /** All of it that needs no running systemd. */
    void installFiles(SmpSettings settings) throws IOException {
        if (!programs.run(List.of("id", "-u", ACCOUNT)).isGood()) {
            must(
                    "useradd",
                    "--system",
                    "--user-group",
                    "--no-create-home",
                    "--home-dir",
                    home.toString(),
                    "--shell",
                    "/usr/sbin/nologin",
                    ACCOUNT);
        }
        List<Path> own = ownFolders(settings);
        for (Path mine : own) {
            Files.createDirectories(mine);
        }
        must("chown", ACCOUNT + ":" + ACCOUNT, home.toString());
        List<String> all = new ArrayList<>(List.of("chown", "-R", ACCOUNT + ":" + ACCOUNT));
        own.forEach(mine -> all.add(mine.toString()));
        must(all.toArray(String[]::new));
        Files.createDirectories(folder);
        Optional<Path> backups = settings.backup().path();
        if (backups.isPresent()) {
            hand(backups.get());
        }
        AtomicFile.write(
                file(), UnitFile.of(installation, home, settings.storage().path(), backups));
    }

    /** The server makes the backups; on another machine's share rights are given there, and a refusal here says nothing. */
    private void hand(Path backups) throws IOException {
        Files.createDirectories(backups);
        programs.run(List.of("chown", "-R", ACCOUNT + ":" + ACCOUNT, backups.toString()));
    }

    /** The folders that the server writes; the programs stay the administrator's. */
    private List<Path> ownFolders(SmpSettings settings) {
        return Stream.concat(
                        Stream.of("conf", "data", "logs", "temp").map(home::resolve),
                        Stream.of(settings.storage().path()))
                .toList();
    }

    void remove() throws IOException {
        must("systemctl", "disable", "--now", "smp.service");
        Files.delete(file());
        must("systemctl", "daemon-reload");
    }

    private Path file() {
        return folder.resolve("smp.service");
    }

    private void must(String... command) {
        Programs.Outcome outcome = programs.run(List.of(command));
        if (!outcome.isGood()) {
            throw new Failed(texts.say("service.machine-refused", String.join(" ", command), outcome.output()));
        }
    }
}
