package org.medexam.smp.tool.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.List;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.tool.Texts;

/** Looks at the server's certificate (PKCS#12): that it opens, for whom it is made out, until when. */
public final class KeystoreCheck {

    private final Wording words;
    private final InstantSource clock;

    public KeystoreCheck(Texts texts, InstantSource clock) {
        words = Wording.of(texts, "keystore.subject");
        this.clock = clock;
    }

    /** @param publicUrl as in {@code smp.public-url}; the names are not looked at when it is no address */
    public List<Finding> look(Path file, Secret password, String publicUrl) {
        try {
            return findings(open(file, password), publicUrl);
        } catch (IOException | GeneralSecurityException closed) {
            return List.of(words.fault("keystore.closed", file));
        }
    }

    private static KeyStore open(Path file, Secret password) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keystore = KeyStore.getInstance("PKCS12");
            keystore.load(in, password.reveal().toCharArray());
            return keystore;
        }
    }

    private List<Finding> findings(KeyStore keystore, String publicUrl) throws GeneralSecurityException {
        return List.of();
    }
}
