package org.medexam.smp.core.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Collections;
import java.util.Optional;

/** Looks into a keystore before the server depends on it. */
final class Keystores {

    private Keystores() {}

    static Optional<Wrong> whatIsWrong(Path file, Secret password) {
        char[] opener = password.reveal().toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keystore = KeyStore.getInstance("PKCS12");
            keystore.load(in, opener);
            for (String alias : Collections.list(keystore.aliases())) {
                if (keystore.getKey(alias, opener) instanceof PrivateKey) {
                    return Optional.empty();
                }
            }
            return Optional.of(Wrong.KEYSTORE_WITHOUT_KEY);
        } catch (IOException | GeneralSecurityException closed) {
            return Optional.of(Wrong.KEYSTORE_CLOSED);
        }
    }
}
