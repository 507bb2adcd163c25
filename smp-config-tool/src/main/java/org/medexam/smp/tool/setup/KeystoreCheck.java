package org.medexam.smp.tool.setup;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.medexam.smp.core.settings.Keystores;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.tool.ToolMessages;

/** Looks at the server's certificate (PKCS#12): that it opens, for whom it is made out, until when. Quick. */
public final class KeystoreCheck {

    private static final Duration SOON = Duration.ofDays(30);
    private static final int MIN_RSA_BITS = 2048;

    private final FindingMessages words;
    private final InstantSource clock;

    public KeystoreCheck(ToolMessages texts, InstantSource clock) {
        words = FindingMessages.of(texts, "keystore.subject");
        this.clock = clock;
    }

    /** @param publicUrl as in {@code smp.public-url}; the names are not looked at when it names no host */
    public List<Finding> look(Path file, Secret password, String publicUrl) {
        if (!Files.isRegularFile(file)) {
            return List.of(words.fault("keystore.missing", file));
        }
        try {
            Optional<Certificate[]> chain = chain(file, password.reveal().toCharArray());
            return chain.isPresent() && chain.get()[0] instanceof X509Certificate own
                    ? findings(own, chain.get().length, publicUrl)
                    : List.of(words.fault("keystore.without-key", file));
        } catch (IOException | GeneralSecurityException closed) {
            return List.of(words.fault("keystore.closed", file));
        }
    }

    /** The certificates of the key, its own first; empty when there is no key. */
    private static Optional<Certificate[]> chain(Path file, char[] opener)
            throws IOException, GeneralSecurityException {
        KeyStore keystore = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keystore.load(in, opener);
        }
        for (String alias : Collections.list(keystore.aliases())) {
            if (keystore.isKeyEntry(alias) && keystore.getKey(alias, opener) != null) {
                return Optional.ofNullable(keystore.getCertificateChain(alias)).filter(chain -> chain.length > 0);
            }
        }
        return Optional.empty();
    }

    private List<Finding> findings(X509Certificate own, int length, String publicUrl) {
        List<Finding> findings = new ArrayList<>();
        if (Keystores.cameWithServer(own)) {
            findings.add(words.fault("keystore.of-server"));
        }
        findings.add(validity(own));
        host(publicUrl).map(host -> names(own, host)).ifPresent(findings::add);
        if (own.getPublicKey() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS) {
            findings.add(words.fault("keystore.short", rsa.getModulus().bitLength()));
        }
        if (own.getSubjectX500Principal().equals(own.getIssuerX500Principal())) {
            findings.add(words.advice("keystore.self-signed"));
        } else if (length == 1) {
            findings.add(words.advice(
                    "keystore.no-chain", own.getIssuerX500Principal().getName()));
        }
        return List.copyOf(findings);
    }

    private Finding validity(X509Certificate own) {
        Instant now = clock.instant();
        Instant from = own.getNotBefore().toInstant();
        Instant until = own.getNotAfter().toInstant();
        if (now.isBefore(from)) {
            return words.fault("keystore.not-yet", day(from));
        }
        if (now.isAfter(until)) {
            return words.fault("keystore.expired", day(until));
        }
        return now.plus(SOON).isAfter(until)
                ? words.advice("keystore.expires-soon", day(until))
                : words.good(
                        "keystore.valid",
                        day(until),
                        own.getIssuerX500Principal().getName());
    }

    private static String day(Instant instant) {
        return instant.atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }

    private Finding names(X509Certificate own, String host) {
        List<String> names = names(own);
        return names.stream().anyMatch(name -> fits(name, host))
                ? words.good("keystore.names", String.join(", ", names))
                : words.fault("keystore.other-names", String.join(", ", names), host);
    }

    /** DNS names and addresses; nothing else counts for a browser. */
    private static List<String> names(X509Certificate own) {
        try {
            return Optional.ofNullable(own.getSubjectAlternativeNames()).stream()
                    .flatMap(names -> names.stream())
                    .filter(name -> name.get(1) instanceof String)
                    .map(name -> ((String) name.get(1)).toLowerCase(Locale.ROOT))
                    .toList();
        } catch (GeneralSecurityException unreadable) {
            return List.of();
        }
    }

    /** RFC 6125 §6.4.3: a star stands for exactly one label, the first. */
    private static boolean fits(String name, String host) {
        return name.equals(host)
                || name.startsWith("*.")
                        && host.indexOf('.') > 0
                        && host.substring(host.indexOf('.')).equals(name.substring(1));
    }

    private static Optional<String> host(String publicUrl) {
        try {
            return Optional.ofNullable(URI.create(publicUrl).getHost())
                    .map(host -> host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
