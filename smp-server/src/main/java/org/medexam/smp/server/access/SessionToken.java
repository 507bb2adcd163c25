package org.medexam.smp.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.medexam.smp.core.file.Sha256;

/**
 * The secret in the session cookie. The database holds only its digest. The CSRF value is derived from it, so that it
 * stays the same during the session and cannot be computed without the cookie.
 */
public record SessionToken(String value) {

    private static final int BYTES = 32;

    public static SessionToken random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String sha256() {
        return Sha256.of(value.getBytes(StandardCharsets.UTF_8));
    }

    public String csrf() {
        return Sha256.of(("csrf:" + value).getBytes(StandardCharsets.UTF_8));
    }

    boolean hasCsrf(String given) {
        return given != null
                && MessageDigest.isEqual(
                        csrf().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "***";
    }
}
