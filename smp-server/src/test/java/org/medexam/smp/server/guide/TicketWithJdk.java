package org.medexam.smp.server.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Signs tickets with ES256 and nothing but the JDK. */
public final class TicketWithJdk {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;
    private final String kid;

    /** @param pem the file that begins with -----BEGIN PRIVATE KEY----- */
    public TicketWithJdk(Path pem, String kid) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        byte[] pkcs8 = Base64.getDecoder().decode(base64);
        this.key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        this.kid = kid;
    }

    /** @param claims as JSON; what stands after "Bearer " comes back */
    public String sign(String claims) throws GeneralSecurityException {
        String input = encode("{\"alg\":\"ES256\",\"kid\":\"" + kid + "\"}") + "." + encode(claims);
        // r and s as 32 bytes each, which is what a JWS wants; plain SHA256withECDSA would give DER
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + BASE64URL.encodeToString(signature.sign());
    }

    private static String encode(String text) {
        return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
