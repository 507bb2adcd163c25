package org.medexam.smp.core.ticket;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;

class TicketSignerTest {

    @Test
    void wantsAKeyThatCanSignAndHasAName() throws Exception {
        var nameless = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        var otherCurve = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        otherCurve.setKeyId("k");
        var publicHalf = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        publicHalf.setKeyId("k");

        refuses("nonsense");
        refuses("{\"kty\":\"oct\",\"k\":\"c2VjcmV0\",\"kid\":\"k\"}");
        refuses(nameless.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        refuses(otherCurve.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        refuses(publicHalf.toJson());
    }

    private static void refuses(String jwk) {
        assertThatThrownBy(() -> new TicketSigner("62", jwk))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause();
    }
}
