package org.medexam.smp.tool.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.medexam.smp.core.settings.HttpSettings;

/** Until when browsers take the server's certificate. */
public final class CertificateEnd {

    private CertificateEnd() {}

    /** The first end among the keystore's keys; empty where the file was changed meanwhile and does not open. */
    public static Optional<Instant> of(HttpSettings.Https https) {
        try (InputStream in = Files.newInputStream(https.keystore())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, https.password().reveal().toCharArray());
            Optional<Instant> first = Optional.empty();
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias) && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                    Instant end = certificate.getNotAfter().toInstant();
                    first = first.filter(earlier -> earlier.isBefore(end)).or(() -> Optional.of(end));
                }
            }
            return first;
        } catch (IOException | GeneralSecurityException closed) {
            return Optional.empty();
        }
    }
}
