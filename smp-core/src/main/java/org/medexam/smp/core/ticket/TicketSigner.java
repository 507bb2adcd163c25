package org.medexam.smp.core.ticket;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Makes tickets as SP and MP do: for the demo, for tests, and for whoever writes the other side. */
public final class TicketSigner {

    private final String audience;
    private final PublicJsonWebKey key;
    private final String algorithm;

    /**
     * @param districtCode for which district the tickets are made out
     * @param privateJwk one JWK as JSON, with {@code kid}; {@code alg} decides between RS256 and PS256
     * @throws IllegalArgumentException when the key cannot sign tickets
     */
    public TicketSigner(String districtCode, String privateJwk) {
        try {
            this.audience = ClaimNames.audience(districtCode);
            this.key = PublicJsonWebKey.Factory.newPublicJwk(privateJwk);
            // RS256 is the greater of the two that an RSA key without alg could sign with
            this.algorithm = Algorithms.of(key).stream()
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IllegalArgumentException("a key of this kind signs no tickets"));
        } catch (JoseException unreadable) {
            // without the cause: its message may quote the key
            throw new IllegalArgumentException("not a JWK");
        }
        if (key.getPrivateKey() == null || key.getKeyId() == null) {
            throw new IllegalArgumentException("a key without private part or kid signs no tickets");
        }
    }

    /**
     * What stands after {@code Bearer}. The ticket is signed as it is, a wrong one too.
     *
     * @throws IllegalArgumentException when a value of the dossier is not JSON
     */
    public String sign(Ticket ticket) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ClaimNames.of(ticket.iss()));
        claims.put("aud", audience);
        claims.put("scope", ClaimNames.of(ticket.scope()));
        claims.put("sub", ticket.sub());
        claims.put("jti", ticket.jti());
        claims.put("iat", ticket.iat().getEpochSecond());
        claims.put("exp", ticket.exp().getEpochSecond());
        putIfAny(claims, "name", ticket.name());
        putIfAny(claims, "role", ticket.role().map(ClaimNames::of));
        putIfAny(claims, "site", ticket.site());
        putIfAny(claims, "dossier", ticket.dossier());
        return sign(claims);
    }

    /** Any claims at all. */
    String sign(Map<String, Object> claims) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setPayload(JsonUtil.toJson(claims));
        jws.setKey(key.getPrivateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException unsigned) {
            throw new IllegalStateException("the ticket cannot be signed", unsigned);
        }
    }

    private static void putIfAny(Map<String, Object> claims, String claim, Optional<?> value) {
        value.ifPresent(present -> claims.put(claim, present));
    }
}
