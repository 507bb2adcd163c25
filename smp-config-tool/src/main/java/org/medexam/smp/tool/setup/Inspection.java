package org.medexam.smp.tool.setup;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.core.settings.SettingsFault;
import org.medexam.smp.tool.ToolMessages;

/** Looks at the whole of an installation: the settings themselves, and then at each thing that they name. */
public final class Inspection {

    private static final String DEFAULT_PORT = "8001";

    private final ToolMessages texts;
    private final InstantSource clock;

    public Inspection(ToolMessages texts, InstantSource clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** What a person sets right first comes first. */
    public List<Finding> look(Draft draft) {
        return examine(draft).findings();
    }

    /** The same, with the figures of the database, where it could be asked. */
    public DatabaseCheckup.Examined examine(Draft draft) {
        Optional<DatabaseCheckup.Examined> examined = Optional.empty();
        List<SettingsFault> faults = draft.faults();
        Set<String> faulty = faults.stream().map(SettingsFault::key).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>(settings(faults));
        findings.addAll(new HomeCheck(texts).look(draft.home()));
        if (isSound(faulty, SettingKey.STORAGE_PATH)) {
            draft.path(SettingKey.STORAGE_PATH)
                    .map(path -> new StorageCheck(texts).look(path))
                    .ifPresent(findings::addAll);
        }
        if (faulty.stream().noneMatch(key -> key.startsWith("smp.db."))) {
            DatabaseCheckup.Examined database = new DatabaseCheckup(texts, clock).examine(draft.database());
            findings.addAll(database.findings());
            examined = Optional.of(database);
        }
        if (isSound(faulty, SettingKey.CATALOGUE)) {
            findings.addAll(new CatalogueInspection(texts).look(draft));
        }
        findings.addAll(keys(draft, faulty));
        findings.addAll(ports(draft, faulty));
        findings.addAll(certificate(draft, faulty));
        return new DatabaseCheckup.Examined(
                List.copyOf(findings),
                examined.flatMap(DatabaseCheckup.Examined::report),
                examined.flatMap(DatabaseCheckup.Examined::trouble));
    }

    /** Every fault of the settings as a finding; one that all is well when there is none. */
    public List<Finding> settings(List<SettingsFault> faults) {
        FindingMessages words = FindingMessages.of(texts, "settings.subject");
        if (faults.isEmpty()) {
            return List.of(words.good("settings.good"));
        }
        return faults.stream()
                .map(fault -> new Finding(
                        Finding.Level.FAULT, fault.key(), texts.of(fault), texts.say("settings.fault.do", fault.key())))
                .toList();
    }

    /** Whether the file itself is at fault, and no setting of it. */
    private static boolean isFile(SettingsFault fault) {
        return fault.key().equals("smp.properties");
    }

    private List<Finding> keys(Draft draft, Set<String> faulty) {
        Optional<Path> sp = draft.path(SettingKey.SP_JWKS);
        Optional<Path> mp = draft.path(SettingKey.MP_JWKS);
        return sp.isPresent() && mp.isPresent() && isSound(faulty, SettingKey.SP_JWKS, SettingKey.MP_JWKS)
                ? new KeySetCheck(texts).look(sp.get(), mp.get())
                : List.of();
    }

    private List<Finding> ports(Draft draft, Set<String> faulty) {
        List<Finding> findings = new ArrayList<>();
        for (SettingKey key : List.of(SettingKey.HTTP_PORT, SettingKey.HTTPS_PORT)) {
            String port = draft.value(key);
            String meant = port.isEmpty() && key == SettingKey.HTTP_PORT ? DEFAULT_PORT : port;
            if (isSound(faulty, key) && !meant.isEmpty()) {
                findings.addAll(new PortCheck(texts).look(Integer.parseInt(meant)));
            }
        }
        return findings;
    }

    private List<Finding> certificate(Draft draft, Set<String> faulty) {
        FindingMessages words = FindingMessages.of(texts, "keystore.subject");
        boolean https =
                draft.value(SettingKey.PUBLIC_URL).toLowerCase(Locale.ROOT).startsWith("https:");
        Optional<Path> keystore = draft.path(SettingKey.TLS_KEYSTORE);
        Optional<Secret> password = draft.secret(SettingKey.TLS_PASSWORD_FILE);
        if (!isSound(faulty, SettingKey.PUBLIC_URL, SettingKey.HTTPS_PORT, SettingKey.TLS_KEYSTORE)) {
            return List.of();
        }
        if (draft.value(SettingKey.HTTPS_PORT).isEmpty()) {
            if (!draft.value(SettingKey.PROXY_TRUSTED).isEmpty()) {
                return List.of(words.good("keystore.behind-proxy", draft.value(SettingKey.PROXY_TRUSTED)));
            }
            return List.of(words.advice(https ? "keystore.nobody-speaks-https" : "keystore.this-machine-only"));
        }
        return keystore.isPresent() && password.isPresent()
                ? new KeystoreCheck(texts, clock)
                        .look(keystore.get(), password.get(), draft.value(SettingKey.PUBLIC_URL))
                : List.of();
    }

    private static boolean isSound(Set<String> faulty, SettingKey... keys) {
        return List.of(keys).stream().map(SettingKey::key).noneMatch(faulty::contains);
    }
}
