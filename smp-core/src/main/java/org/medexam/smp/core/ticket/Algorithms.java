package org.medexam.smp.core.ticket;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;

/** Which algorithms of the contract (§2) a key can be used with; a key never serves an algorithm of another kind. */
final class Algorithms {

    static final int MIN_RSA_BITS = 2048;

    private Algorithms() {}

    /** Empty for a kind, curve or size that is not taken, or a stated {@code alg} that does not fit. */
    static Set<String> of(PublicJsonWebKey jwk) {
        Set<String> fitting = byKind(jwk);
        return Optional.ofNullable(jwk.getAlgorithm())
                .map(stated -> fitting.contains(stated) ? Set.of(stated) : Set.<String>of())
                .orElse(fitting);
    }

    private static Set<String> byKind(PublicJsonWebKey jwk) {
        if (jwk instanceof EllipticCurveJsonWebKey ec && EllipticCurves.P_256.equals(ec.getCurveName())) {
            return Set.of(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        }
        if (jwk instanceof OctetKeyPairJsonWebKey okp
                && OctetKeyPairJsonWebKey.SUBTYPE_ED25519.equals(okp.getSubtype())) {
            return Set.of(AlgorithmIdentifiers.EDDSA);
        }
        if (jwk instanceof RsaJsonWebKey
                && ((RSAPublicKey) jwk.getPublicKey()).getModulus().bitLength() >= MIN_RSA_BITS) {
            return Set.of(AlgorithmIdentifiers.RSA_USING_SHA256, AlgorithmIdentifiers.RSA_PSS_USING_SHA256);
        }
        return Set.of();
    }
}
