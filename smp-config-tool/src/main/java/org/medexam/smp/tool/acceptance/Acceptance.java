package org.medexam.smp.tool.acceptance;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Kind;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Result;
import org.medexam.smp.tool.client.KeyUnreadable;
import org.medexam.smp.tool.client.LocalServerClient;
import org.medexam.smp.tool.client.ServerUnreachable;

/** Tries an installation whose server runs, step by step, and says of each how it went. Takes half a minute. */
public final class Acceptance {

    /** As long as the server keeps an address for a phone. */
    public static final Duration MAX_WAIT = Duration.ofMinutes(10);

    private final SmpSettings settings;
    private final ToolMessages texts;
    private final InstantSource clock;
    private final String ownVersion;

    public Acceptance(SmpSettings settings, ToolMessages texts, InstantSource clock) {
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
        this.ownVersion = Optional.ofNullable(SmpSettings.class.getPackage().getImplementationVersion())
                .orElse("");
    }

    /**
     * @param waitForPhone how long a phone outside is waited for; zero: not at all
     * @throws InterruptedException when the thread is told to end; nothing of the trial is left behind then either
     */
    public AcceptanceReport run(Duration waitForPhone, AcceptanceListener listener) throws InterruptedException {
        Instant now = clock.instant();
        List<AcceptanceStep> steps = new ArrayList<>();
        for (Map.Entry<Kind, AcceptanceCheck> check :
                checks(waitForPhone, now, listener).entrySet()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            listener.begun(check.getKey());
            AcceptanceStep step = look(check.getKey(), check.getValue(), steps);
            steps.add(step);
            listener.ended(step);
        }
        return report(now, steps);
    }

    private Map<Kind, AcceptanceCheck> checks(Duration waitForPhone, Instant now, AcceptanceListener listener) {
        LocalServerClient server = LocalServerClient.of(settings);
        ServerChecks simple = new ServerChecks(server, ownVersion);
        Map<Kind, AcceptanceCheck> checks = new EnumMap<>(Kind.class); // in the kinds' order
        checks.put(Kind.LOGIN, simple::login);
        checks.put(Kind.SERVER, simple::server);
        checks.put(Kind.DATABASE, simple::database);
        checks.put(Kind.STORAGE, simple::storage);
        checks.put(Kind.PICTURE, new PictureCheck(server, settings));
        checks.put(Kind.DISK, new DiskCheck(settings.storage().path()));
        checks.put(Kind.CLOCK, simple::clock);
        checks.put(Kind.KEYS, new KeysCheck(settings.keys()));
        checks.put(Kind.BACKUP, new BackupCheck(settings, now));
        checks.put(
                Kind.ADDRESS,
                new AddressCheck(
                        settings.http().publicUrl(), now, settings.district().zone()));
        checks.put(Kind.PHONE, new PhoneCheck(server, waitForPhone, now, listener));
        return checks;
    }

    private AcceptanceStep look(Kind kind, AcceptanceCheck check, List<AcceptanceStep> before)
            throws InterruptedException {
        StepResult step = new StepResult(texts, kind);
        long begun = System.nanoTime();
        AcceptanceStep looked;
        try {
            looked = check.look(step);
        } catch (ServerUnreachable away) {
            // said once as a fault; of what could not be tried for that reason there is nothing more to say
            looked = before.isEmpty() ? step.fault(".away", settings.http().port()) : step.skipped(".not-tried");
        } catch (KeyUnreadable unreadable) {
            looked = before.stream().anyMatch(one -> one.kind() == Kind.SERVER && one.result() == Result.FAULT)
                    ? step.skipped(".not-tried")
                    : step.fault(".no-key", unreadable.file());
        }
        return looked.after(Duration.ofNanos(System.nanoTime() - begun));
    }

    private AcceptanceReport report(Instant now, List<AcceptanceStep> steps) {
        String version = steps.stream()
                .filter(step -> step.kind() == Kind.SERVER)
                .map(step -> String.valueOf(step.figures().getOrDefault("version", "")))
                .findFirst()
                .filter(told -> !told.isEmpty())
                .orElse(ownVersion);
        return new AcceptanceReport(
                settings.district().name() + " (" + settings.district().code() + ")",
                machine(),
                settings.http().publicUrl(),
                version,
                settings.home(),
                settings.storage().path(),
                texts.say(
                        DatabaseAddress.of(settings.database()).kind() == DatabaseAddress.Kind.EMBEDDED
                                ? "accept.embedded"
                                : "accept.sql-server"),
                now.atZone(settings.district().zone()),
                steps);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
