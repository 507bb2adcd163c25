package org.medexam.smp.core.ticket;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A new key in the two forms in which it is handed on.
 *
 * @param privateJwk one JWK as JSON; for the signer alone
 * @param publicSet a JWK set as JSON with its public half
 */
public record JwkPair(String privateJwk, String publicSet) {

    /** A new key for ES256. */
    public static JwkPair es256(String kid) {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return of(key, kid);
        } catch (JoseException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static JwkPair of(PublicJsonWebKey key, String kid) {
        key.setKeyId(kid);
        key.setUse("sig");
        return new JwkPair(
                key.toJson(OutputControlLevel.INCLUDE_PRIVATE),
                new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    @Override
    public String toString() {
        return "***";
    }
}
