package org.medexam.smp.core.ticket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A JWK set (RFC 7517 §5).
 *
 * @param keys that can verify, by {@code kid}
 * @param ignored words about those that cannot; nothing of the keys themselves
 */
record Jwks(Map<String, TrustedKey> keys, List<String> ignored) {

    /** The set cannot be used at all. */
    static final class Broken extends Exception {
        Broken(String reason) {
            super(reason);
        }
    }

    static Jwks parse(String json) throws Broken {
        Map<String, TrustedKey> keys = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        int position = 0;
        for (Map<String, Object> members : members(json)) {
            position++;
            Optional<TrustedKey> key = trusted(members);
            if (key.isEmpty()) {
                ignored.add("key " + position + " is not used: it needs a kid and must be for verifying ES256, EdDSA"
                        + " (Ed25519), RS256 or PS256 (at least 2048 bits)");
            } else if (keys.putIfAbsent(key.get().kid(), key.get()) != null) {
                throw new Broken("two keys have the same kid");
            }
        }
        return new Jwks(Map.copyOf(keys), List.copyOf(ignored));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> members(String json) throws Broken {
        try {
            if (JsonUtil.parseJson(json).get("keys") instanceof List<?> list
                    && list.stream().allMatch(Map.class::isInstance)) {
                return (List<Map<String, Object>>) list;
            }
        } catch (JoseException | RuntimeException notJson) {
            // what the parser says quotes the file
            throw new Broken("not JSON");
        }
        throw new Broken("not a JWK set: it has no list of keys");
    }

    private static Optional<TrustedKey> trusted(Map<String, Object> members) {
        try {
            if (JsonWebKey.Factory.newJwk(members) instanceof PublicJsonWebKey jwk && isForVerifying(jwk)) {
                Set<String> algorithms = Algorithms.of(jwk);
                return algorithms.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new TrustedKey(jwk.getKeyId(), jwk.getPublicKey(), algorithms));
            }
            return Optional.empty();
        } catch (JoseException | RuntimeException notAKey) {
            return Optional.empty();
        }
    }

    static boolean isForVerifying(PublicJsonWebKey jwk) {
        return jwk.getKeyId() != null
                && !jwk.getKeyId().isEmpty()
                && (jwk.getUse() == null || jwk.getUse().equals("sig"))
                && (jwk.getKeyOps() == null || jwk.getKeyOps().contains("verify"));
    }
}
