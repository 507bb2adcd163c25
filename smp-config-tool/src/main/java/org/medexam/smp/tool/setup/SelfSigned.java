package org.medexam.smp.tool.setup;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.core.settings.SettingsFault;

/** A certificate that a server makes out to itself, and the settings that go with it. */
public final class SelfSigned {

    private static final String FILE = "conf/smp.p12";
    private static final String DEFAULT_PORT = "8443";
    private static final int PASSWORD_BYTES = 18;

    private final InstantSource clock;

    public SelfSigned(InstantSource clock) {
        this.clock = clock;
    }

    /** The draft with a keystore of its own, a password for it where there is none that will do, and https on 8443 unless it was set. */
    public Draft planned(Draft before) {
        Draft draft =
                before.with(SettingKey.TLS_KEYSTORE, FILE).withSecret(SettingKey.TLS_PASSWORD_FILE, password(before));
        return draft.value(SettingKey.HTTPS_PORT).isEmpty() ? draft.with(SettingKey.HTTPS_PORT, DEFAULT_PORT) : draft;
    }

    private static Secret password(Draft before) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        // Java's keystores take no other letters
        return before.secret(SettingKey.TLS_PASSWORD_FILE)
                .filter(typed -> typed.reveal().chars().allMatch(letter -> letter >= ' ' && letter <= '~'))
                .orElseGet(() -> new Secret(Base64.getUrlEncoder().encodeToString(random)));
    }

    /** What is wrong with a planned draft, but for the keystore, which is still to be written. */
    public List<SettingsFault> otherFaults(Draft planned) {
        return planned.faults().stream()
                .filter(fault -> !fault.key().equals(SettingKey.TLS_KEYSTORE.key()))
                .toList();
    }

    /** Writes the keystore of a planned draft; one that was there is kept beside it as {@code smp.p12.bak}. */
    public void write(Draft planned) throws IOException {
        Path file = planned.home().resolve(FILE);
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            AtomicFile.move(file, file.resolveSibling("smp.p12.bak"));
        }
        SelfSignedKeystore.write(
                file,
                planned.secret(SettingKey.TLS_PASSWORD_FILE).orElseThrow(),
                hosts(planned.value(SettingKey.PUBLIC_URL)),
                clock.instant(),
                SelfSignedKeystore.DEFAULT_VALIDITY);
    }

    /** The name that people use, and those by which this machine calls itself. */
    private static List<String> hosts(String publicUrl) {
        List<String> hosts = new ArrayList<>();
        try {
            Optional.ofNullable(URI.create(publicUrl).getHost())
                    .map(host -> host.replaceAll("[\\[\\]]", ""))
                    .ifPresent(hosts::add);
        } catch (IllegalArgumentException noAddressYet) {
            hosts.clear();
        }
        List.of("localhost", "127.0.0.1").stream()
                .filter(name -> !hosts.contains(name))
                .forEach(hosts::add);
        return List.copyOf(hosts);
    }
}
