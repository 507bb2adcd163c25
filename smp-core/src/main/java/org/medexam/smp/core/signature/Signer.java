package org.medexam.smp.core.signature;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Collection;
import java.util.List;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs with one Ed25519 key, and says by which public keys that can be checked. */
public final class Signer {

    private final PublicJsonWebKey key;

    /** @param privateJwk from {@link #newPrivateJwk()} */
    public Signer(String privateJwk) {
        key = parsed(privateJwk);
    }

    /** A new key; its {@code kid} is its thumbprint (RFC 7638). */
    public static String newPrivateJwk() {
        try {
            PublicJsonWebKey key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.setAlgorithm(AlgorithmIdentifiers.EDDSA);
            key.setUse("sig");
            return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The public halves as a JWK set (RFC 7517 §5), in the order given. */
    public static String publicSet(Collection<Signer> signers) {
        List<PublicJsonWebKey> keys = signers.stream().map(signer -> signer.key).toList();
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    public String kid() {
        return key.getKeyId();
    }

    /** A JWS in its compact form (RFC 7515 §7.1, RFC 8037 §3.1) over the UTF-8 bytes of the text. */
    public String jws(String payload, String type) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(payload);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(kid());
        jws.setHeader("typ", type);
        jws.setKey(key.getPrivateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The 64 bytes of an Ed25519 signature over these bytes. */
    public byte[] raw(byte[] content) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivateKey());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static PublicJsonWebKey parsed(String privateJwk) {
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(privateJwk);
            if (key.getPrivateKey() == null || key.getKeyId() == null) {
                throw new IllegalArgumentException("a key without private part or kid");
            }
            return key;
        } catch (JoseException unreadable) {
            // without the cause: its message may quote the key
            throw new IllegalArgumentException("not a JWK");
        }
    }

    @Override
    public String toString() {
        return "Signer[" + kid() + "]";
    }
}
