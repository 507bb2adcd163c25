package org.medexam.smp.core.ticket;

import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

public final class JwksFile {
    public JwksFile(Path file, Consumer<String> faults) {}

    public Optional<TrustedKey> find(String kid, Instant now) {
        throw new UnsupportedOperationException();
    }

    boolean holds(PublicKey key, Instant now) {
        throw new UnsupportedOperationException();
    }
}
