package org.medexam.smp.core.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks into a keystore before the server depends on it. */
public final class Keystores {

    private static final Pattern SERVER_MAKER =
            Pattern.compile("(^|,)OU?=(Payara|Payara Foundation|GlassFish)(,|$)", Pattern.CASE_INSENSITIVE);

    private Keystores() {}

    static Optional<SettingError> whatIsWrong(Path file, Secret password) {
        char[] opener = password.reveal().toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keystore = KeyStore.getInstance("PKCS12");
            keystore.load(in, opener);
            boolean hasKey = false;
            for (String alias : Collections.list(keystore.aliases())) {
                if (keystore.getKey(alias, opener) instanceof PrivateKey) {
                    hasKey = true;
                    if (cameWithServer(keystore.getCertificate(alias))) {
                        return Optional.of(SettingError.KEYSTORE_OF_SERVER);
                    }
                }
            }
            return hasKey ? Optional.empty() : Optional.of(SettingError.KEYSTORE_WITHOUT_KEY);
        } catch (IOException | GeneralSecurityException closed) {
            return Optional.of(SettingError.KEYSTORE_CLOSED);
        }
    }

    /** Whether the certificate is one that a maker of servers made out to itself and gives to everybody. */
    public static boolean cameWithServer(Certificate certificate) {
        return certificate instanceof X509Certificate own
                && SERVER_MAKER.matcher(own.getSubjectX500Principal().getName()).find();
    }
}
