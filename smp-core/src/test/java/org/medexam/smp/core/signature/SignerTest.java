package org.medexam.smp.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

class SignerTest {

    private final Signer signer = new Signer(Signer.newPrivateJwk());
    private final Signer other = new Signer(Signer.newPrivateJwk());

    @Test
    void whatItSignsIsCheckedByItsPublicKeyAlone() throws Exception {
        String signed = signer.jws("{\"no\":\"一\"}", "smp-receipt");

        JsonWebSignature read = new JsonWebSignature();
        read.setCompactSerialization(signed);
        read.setKey(publicKey(read.getKeyIdHeaderValue()));
        assertThat(read.verifySignature()).isTrue();
        assertThat(read.getPayload()).isEqualTo("{\"no\":\"一\"}");
        assertThat(read.getKeyIdHeaderValue()).isEqualTo(signer.kid()).isNotEqualTo(other.kid());

        read.setKey(publicKey(other.kid()));
        assertThat(read.verifySignature()).isFalse();
    }

    @Test
    void signsBytes() throws Exception {
        byte[] content = "msg_1.1700000000.{}".getBytes(StandardCharsets.UTF_8);

        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(publicKey(signer.kid()));
        check.update(content);

        assertThat(check.verify(signer.raw(content))).isTrue();
    }

    @Test
    void neverGivesItsPrivateHalfAway() {
        assertThat(Signer.publicSet(List.of(signer, other))).doesNotContain("\"d\"");
        assertThat(signer.toString()).isEqualTo("Signer[" + signer.kid() + "]");
        assertThatThrownBy(() -> new Signer("{\"kty\":\"nothing\"}")).isInstanceOf(IllegalArgumentException.class);
    }

    private PublicKey publicKey(String kid) throws Exception {
        JsonWebKeySet set = new JsonWebKeySet(Signer.publicSet(List.of(signer, other)));
        return ((PublicJsonWebKey) set.findJsonWebKey(kid, null, null, null)).getPublicKey();
    }
}
