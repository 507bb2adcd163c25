package org.medexam.smp.core.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.medexam.smp.core.file.PrivateFile;

/**
 * What opens a running server's control addresses to the tool on the same machine: 256 random bits, made anew at each
 * start, in {@code SMP_HOME/data/control.key}. Who may read that file may control the server; nobody else learns that
 * it can be controlled (docs/adr/0011-control-addresses.md).
 */
public final class ControlKey {

    private static final String SCHEME = "SMP-Control ";
    private static final int BYTES = 32;

    private final String secret;

    private ControlKey(String secret) {
        this.secret = secret;
    }

    /** A key that nobody else has. */
    public static ControlKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ControlKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** A new key for a server that starts; the file of the start before is no longer good. */
    public static ControlKey issue(Path home) throws IOException {
        ControlKey key = random();
        Files.createDirectories(file(home).getParent());
        PrivateFile.write(file(home), key.secret);
        return key;
    }

    /**
     * The key of the server that runs in this home; empty where none has started yet.
     *
     * @throws IOException also for who may not read the file
     */
    public static Optional<ControlKey> read(Path home) throws IOException {
        try {
            return Optional.of(new ControlKey(
                    Files.readString(file(home), StandardCharsets.UTF_8).strip()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    public static Path file(Path home) {
        return home.resolve("data").resolve("control.key");
    }

    /** The value of the header {@code Authorization}. */
    public String authorization() {
        return SCHEME + secret;
    }

    /** @param authorization what a request shows; null where it shows nothing */
    public boolean opens(String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        authorization().getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "***";
    }
}
