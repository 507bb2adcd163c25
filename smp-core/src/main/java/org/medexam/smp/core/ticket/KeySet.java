package org.medexam.smp.core.ticket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A JWK set (RFC 7517 §5) as people look at it before they trust it: every key of it, the useless ones too.
 *
 * @param keys in the order of the file
 */
public record KeySet(List<Key> keys) {

    /** What becomes of a key. */
    public enum State {
        /** It verifies tickets. */
        USED,
        /** Its private half stands in the file: whoever read the file can write tickets. */
        PRIVATE,
        /** It has no name by which a ticket could call it. */
        WITHOUT_KID,
        /** Another key of the file has its name, for which the whole file is refused. */
        SAME_KID,
        /** An RSA key of less than 2048 bits. */
        TOO_SHORT,
        /** It is made out for something else, e.g. encryption. */
        NOT_FOR_VERIFYING,
        /** A kind, curve or algorithm that is not taken (contract §2), or no key at all. */
        NOT_TAKEN
    }

    /**
     * @param kid empty when it has none
     * @param algorithms what it can be used with, e.g. {@code ES256} or {@code PS256, RS256}; or else its kind as it stands
     *     in the file
     * @param thumbprint RFC 7638, SHA-256 in base64url; empty when it is no key
     */
    public record Key(String kid, String algorithms, String thumbprint, State state) {}

    public KeySet {
        keys = List.copyOf(keys);
    }

    /** Empty when the text is no JWK set. */
    public static Optional<KeySet> parse(String json) {
        try {
            Set<String> kids = new HashSet<>();
            List<Key> keys = new ArrayList<>();
            for (Map<String, Object> members : Jwks.members(json)) {
                Key key = key(members);
                boolean again = !key.kid().isEmpty() && !kids.add(key.kid());
                keys.add(again && key.state() == State.USED ? as(key, State.SAME_KID) : key);
            }
            return Optional.of(new KeySet(keys));
        } catch (Jwks.Broken notASet) {
            return Optional.empty();
        }
    }

    private static Key as(Key key, State state) {
        return new Key(key.kid(), key.algorithms(), key.thumbprint(), state);
    }

    private static Key key(Map<String, Object> members) {
        String kid = text(members, "kid");
        String kind = (text(members, "kty") + " " + text(members, "crv") + " " + text(members, "alg"))
                .strip()
                .replaceAll(" +", " ");
        if (members.containsKey("d") || members.containsKey("k")) {
            return new Key(kid, kind, "", State.PRIVATE);
        }
        try {
            if (!(JsonWebKey.Factory.newJwk(members) instanceof PublicJsonWebKey jwk)) {
                return new Key(kid, kind, "", State.NOT_TAKEN);
            }
            Set<String> algorithms = new TreeSet<>(Algorithms.of(jwk));
            return new Key(
                    kid,
                    algorithms.isEmpty() ? kind : String.join(", ", algorithms),
                    jwk.calculateBase64urlEncodedThumbprint("SHA-256"),
                    state(jwk, kid, algorithms.isEmpty()));
        } catch (JoseException | RuntimeException notAKey) {
            return new Key(kid, kind, "", State.NOT_TAKEN);
        }
    }

    private static State state(PublicJsonWebKey jwk, String kid, boolean fitsNothing) {
        if (fitsNothing) {
            boolean shortRsa = jwk instanceof RsaJsonWebKey rsa
                    && rsa.getRsaPublicKey().getModulus().bitLength() < Algorithms.MIN_RSA_BITS;
            return shortRsa ? State.TOO_SHORT : State.NOT_TAKEN;
        }
        if (kid.isEmpty()) {
            return State.WITHOUT_KID;
        }
        return Jwks.isForVerifying(jwk) ? State.USED : State.NOT_FOR_VERIFYING;
    }

    private static String text(Map<String, Object> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }
}
