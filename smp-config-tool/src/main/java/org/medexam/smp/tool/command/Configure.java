package org.medexam.smp.tool.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.core.settings.SettingsFault;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.setup.Draft;
import org.medexam.smp.tool.setup.Inspection;
import org.medexam.smp.tool.setup.SelfSigned;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code smp configure}: changes settings, by arguments or by asking for each, chapter by chapter as the manual goes:
 * what is still to come does not keep from saving, what was made wrong does.
 */
@Command(name = "configure", mixinStandardHelpOptions = true)
final class Configure implements Callable<Integer> {

    @Mixin
    private CommonOptions asked;

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "configure.set")
    private List<String> changes = List.of();

    @Option(names = "--db-password-file", paramLabel = "FILE", descriptionKey = "configure.db-password-file")
    private Optional<String> databasePassword = Optional.empty();

    @Option(names = "--tls-password-file", paramLabel = "FILE", descriptionKey = "configure.tls-password-file")
    private Optional<String> keystorePassword = Optional.empty();

    @Option(names = "--self-signed", descriptionKey = "configure.self-signed")
    private boolean selfSigned;

    @Option(names = "--interactive", descriptionKey = "configure.interactive")
    private boolean interactive;

    @Option(names = "--keep-faults", descriptionKey = "configure.keep-faults")
    private boolean keepFaults;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;
    private final ConsoleInput typed;
    private final InstantSource clock;

    Configure(ToolMessages texts, ConsoleInput typed, InstantSource clock) {
        this.texts = texts;
        this.typed = typed;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Draft draft = Draft.of(asked.home());
        for (String change : changes) {
            draft = changed(draft, change);
        }
        if (databasePassword.isPresent()) {
            draft = draft.withSecret(SettingKey.DB_PASSWORD_FILE, typed.fromFile(databasePassword.get()));
        }
        if (keystorePassword.isPresent()) {
            draft = draft.withSecret(SettingKey.TLS_PASSWORD_FILE, typed.fromFile(keystorePassword.get()));
        }
        if (interactive) {
            draft = new Questions(texts, typed, out).ask(draft);
        }
        return save(draft, new CommandOutput(asked, out));
    }

    private Draft changed(Draft draft, String change) {
        int separator = change.indexOf('=');
        String name = separator < 0 ? change : change.substring(0, separator).strip();
        if (separator < 0) {
            throw new ParameterException(spec.commandLine(), texts.say("configure.no-value", name));
        }
        String value = change.substring(separator + 1);
        Optional<SettingKey> key = Stream.of(SettingKey.values())
                .filter(known -> known.key().equals(name) || known.key().equals("smp." + name))
                .findFirst();
        if (key.isEmpty() && value.isBlank()) {
            return draft.without(name); // a key that the settings' faults name as unknown
        }
        return draft.with(
                key.orElseThrow(() -> new ParameterException(spec.commandLine(), texts.say("configure.no-key", name))),
                value);
    }

    private int save(Draft filledIn, CommandOutput answer) throws IOException {
        SelfSigned certificate = new SelfSigned(clock);
        Draft draft = selfSigned ? certificate.planned(filledIn) : filledIn;
        List<SettingsFault> faults = selfSigned ? certificate.otherFaults(draft) : draft.faults();
        List<SettingsFault> made = made(faults);
        boolean saved = made.isEmpty() || keepFaults;
        new Findings(texts, answer).tell(new Inspection(texts, clock).settings(made));
        if (saved) {
            if (selfSigned) {
                certificate.write(draft);
            }
            draft.save();
        }
        answer.say(texts.say(saved ? "configure.saved" : "configure.not-saved", draft.file()));
        List<SettingsFault> open =
                faults.stream().filter(fault -> !made.contains(fault)).toList();
        if (saved && !open.isEmpty()) {
            answer.say(texts.say("configure.open", named(open)));
        }
        answer.tell("saved", saved);
        answer.tell("open", open.stream().map(SettingsFault::key).toList());
        answer.tell("settings", settings(draft));
        return answer.end(faults.isEmpty() ? 0 : saved ? Smp.NOT_WELL : Smp.ASKED_WRONGLY);
    }

    /** The faults that were not there before; a certificate wants an address to be made for. */
    private List<SettingsFault> made(List<SettingsFault> faults) {
        List<SettingsFault> before = Draft.of(asked.home()).faults();
        return faults.stream()
                .filter(fault ->
                        !before.contains(fault) || selfSigned && fault.key().equals(SettingKey.PUBLIC_URL.key()))
                .toList();
    }

    private String named(List<SettingsFault> faults) {
        return faults.stream()
                .map(SettingsFault::key)
                .distinct()
                .map(key -> texts.words().containsKey("setting." + key) ? texts.say("setting." + key) : key)
                .collect(Collectors.joining(texts.say("window.comma")));
    }

    private static Map<String, String> settings(Draft draft) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (SettingKey key : SettingKey.values()) {
            if (!draft.value(key).isEmpty()) {
                settings.put(key.key(), draft.value(key));
            }
        }
        return settings;
    }
}
