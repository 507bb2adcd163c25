package org.medexam.smp.tool.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.medexam.smp.core.cataloguefile.InstalledCatalogues;
import org.medexam.smp.core.settings.SettingsRefused;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.client.LocalServerClient;
import org.medexam.smp.tool.service.ServiceState.Condition;

/**
 * The server of one home as a service. Every call blocks until what it names is done, asks nobody anything, and may be
 * made from any thread; each throws {@link SettingsRefused} where the settings are faulty, since without them nobody
 * knows which address to ask.
 */
public final class Service {

    private static final Duration MAX_START = Duration.ofMinutes(3);

    /** A server that has just begun to answer may look at its store for the first time. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(20);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(300);

    private final Installation installation;
    private final Path home;
    private final ToolMessages texts;
    private final Health.Question question = new Health.Question();

    private Service(Installation installation, Path home, ToolMessages texts) {
        this.installation = installation;
        this.home = home;
        this.texts = texts;
    }

    /** @param home SMP_HOME, absolute */
    public static Service of(Installation installation, Path home, ToolMessages texts) {
        return new Service(installation, home, texts);
    }

    /** How the server is now, by its address; takes up to some ten seconds where the address is slow. */
    public ServiceState state() throws InterruptedException {
        SmpSettings settings = settings();
        int port = settings.http().port();
        URI address = URI.create(settings.http().publicUrl() + LocalServerClient.CONTEXT_ROOT);
        Health.Heard heard = question.ask(port);
        if (heard instanceof Health.Heard.Smp smp) {
            Condition condition = smp.health().ready() ? Condition.RUNNING : Condition.RUNNING_BUT;
            return new ServiceState(condition, address, port, Optional.of(smp.health()));
        }
        boolean alive = supervision().isAlive();
        Condition silent = heard instanceof Health.Heard.Nobody ? Condition.STOPPED : Condition.PORT_TAKEN_BY_OTHER;
        return new ServiceState(alive ? Condition.STARTING : silent, address, port, Optional.empty());
    }

    /**
     * Starts the server, if it does not run, and returns when its address answers.
     *
     * @return how it is then: RUNNING, or RUNNING_BUT where e.g. the database is away
     */
    public ServiceState start() throws InterruptedException {
        ServiceState state = state();
        if (state.condition() == Condition.PORT_TAKEN_BY_OTHER) {
            throw new Failed(state.sentence(texts));
        }
        if (state.condition() == Condition.STOPPED) {
            refuseFaultyCatalogues();
            call(supervision()::start);
        }
        return awaitAnswer();
    }

    private ServiceState awaitAnswer() throws InterruptedException {
        Supervision supervision = supervision();
        long end = System.nanoTime() + MAX_START.toNanos();
        ServiceState state = state();
        while (state.health().isEmpty() && System.nanoTime() < end && supervision.isAlive()) {
            pause();
            state = state();
        }
        if (state.health().isEmpty()) {
            if (supervision.isAlive()) {
                call(supervision::stop);
            }
            throw new Failed(texts.say("service.did-not-start", home.resolve("logs")));
        }
        end = System.nanoTime() + FIRST_LOOK.toNanos();
        while (state.condition() == Condition.RUNNING_BUT && System.nanoTime() < end) {
            pause();
            state = state();
        }
        return state;
    }

    /** Stops the server and returns when it is gone; does nothing where it does not run. */
    public void stop() throws InterruptedException {
        Supervision supervision = supervision();
        if (supervision.isAlive() || state().health().isPresent()) {
            call(supervision::stop);
        }
    }

    /** Stops it, if it runs, and starts it: this is how changed settings take effect. */
    public ServiceState restart() throws InterruptedException {
        refuseFaultyCatalogues(); // named while the old server still runs, as faulty settings are
        stop();
        return start();
    }

    /**
     * Makes the server a service of this machine that starts with it and comes back after a crash; needs the rights of
     * an administrator. It is not started. Once more: brought up to the settings and the Java of today.
     */
    public void install() throws InterruptedException {
        SmpSettings settings = settings();
        if (Installation.onWindows()) {
            WindowsService service = windows();
            if (service.isInstalled()) {
                call(service::remove);
            }
            call(() -> service.install(settings));
        } else {
            call(() -> systemd().install(settings));
        }
    }

    /** Stops the service and takes it off this machine; settings, data and pictures stay. */
    public void remove() throws InterruptedException {
        Supervision supervision = supervision();
        if (supervision instanceof WindowsService windows) {
            call(windows::remove);
        } else if (supervision instanceof SystemdUnit unit) {
            call(unit::remove);
        } else {
            throw new Failed(texts.say("service.not-installed"));
        }
    }

    /** Whether it starts with the machine: {@code systemd}, {@code windows}, or else {@code background}. */
    public String kind() {
        return supervision().code();
    }

    private Supervision supervision() {
        if (Installation.onWindows()) {
            WindowsService service = windows();
            return service.isInstalled() ? service : new BackgroundProcess(installation, home, texts);
        }
        SystemdUnit unit = systemd();
        return unit.isInstalled() ? unit : new BackgroundProcess(installation, home, texts);
    }

    private WindowsService windows() {
        return new WindowsService(installation, home, texts, new SystemPrograms());
    }

    private SystemdUnit systemd() {
        return SystemdUnit.ofThisMachine(installation, home, texts);
    }

    private SmpSettings settings() {
        try {
            return SmpSettings.read(installation.settingsFile(home));
        } catch (IOException unwritable) {
            throw failed(unwritable);
        }
    }

    /** @throws org.medexam.smp.core.settings.SettingsRefused with every fault of the settings, or of the catalogues */
    private void refuseFaultyCatalogues() {
        InstalledCatalogues.read(settings());
    }

    private Failed failed(IOException trouble) {
        return new Failed(texts.say("service.file-trouble", trouble.getMessage()));
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private void call(Step step) throws InterruptedException {
        try {
            step.run();
        } catch (IOException trouble) {
            throw failed(trouble);
        }
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS.toMillis());
    }
}
