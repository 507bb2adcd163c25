package org.medexam.smp.server.guide;

import java.security.PrivateKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs a reviewer's ticket for MP with ES256 and jose4j. */
public final class TicketWithJose4j {

    private static final long TEN_MINUTES = 600;

    private final PrivateKey key;
    private final String kid;

    public TicketWithJose4j(PrivateKey key, String kid) {
        this.key = key;
        this.kid = kid;
    }

    public String forSiteReviewer(String district, String account, String name, String site) throws JoseException {
        // one reading of the clock: iat and exp of two readings can lie a second too far apart
        NumericDate now = NumericDate.now();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("mp");
        claims.setAudience("smp:" + district);
        claims.setStringClaim("scope", "reviewer");
        claims.setSubject(account);
        claims.setStringClaim("name", name);
        claims.setStringClaim("role", "site");
        claims.setStringClaim("site", site);
        claims.setGeneratedJwtId();
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + TEN_MINUTES));

        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(kid);
        jws.setPayload(claims.toJson());
        jws.setKey(key);
        return jws.getCompactSerialization();
    }
}
