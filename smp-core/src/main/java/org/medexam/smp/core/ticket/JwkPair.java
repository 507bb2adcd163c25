package org.medexam.smp.core.ticket;

/**
 * @param privateJwk one JWK as JSON
 * @param publicSet a JWK set as JSON with its public half
 */
public record JwkPair(String privateJwk, String publicSet) {
    public static JwkPair es256(String kid) {
        throw new UnsupportedOperationException();
    }
}
