package org.medexam.smp.core.ticket;

import java.security.PublicKey;
import java.util.Set;

/**
 * A public key and what it may verify.
 *
 * @param kid its name in tickets
 * @param algorithms JWS names ({@code ES256}, {@code EdDSA}, {@code RS256}, {@code PS256}) that fit the kind of key
 *     and what its JWK states
 */
public record TrustedKey(String kid, PublicKey key, Set<String> algorithms) {

    public TrustedKey {
        algorithms = Set.copyOf(algorithms);
    }
}
