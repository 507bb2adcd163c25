package org.medexam.smp.core.password;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * How a password is kept: PBKDF2 (RFC 8018 §5.2) with HMAC-SHA-512 and its own salt.
 *
 * @param encoded {@code pbkdf2-sha512$<iterations>$<salt>$<hash>}, salt and hash in base64url; at most 140 characters
 */
public record PasswordHash(String encoded) {

    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 64;
    private static final Pattern FORM =
            Pattern.compile("pbkdf2-sha512\\$([1-9][0-9]{3,7})\\$([A-Za-z0-9_-]{22})\\$([A-Za-z0-9_-]{86})");

    /** @throws IllegalArgumentException when the text is no hash of this form */
    public PasswordHash {
        if (!FORM.matcher(encoded).matches()) {
            throw new IllegalArgumentException("not a password hash of a known form");
        }
    }

    /** A new hash with a new salt; two of the same password differ. */
    public static PasswordHash of(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] hash = derive(password, salt, ITERATIONS);
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return new PasswordHash(
                "pbkdf2-sha512$" + ITERATIONS + "$" + text.encodeToString(salt) + "$" + text.encodeToString(hash));
    }

    /** Whether this is the password; the time tells nothing about how nearly. */
    public boolean matches(char[] password) {
        Matcher parts = parts();
        byte[] salt = Base64.getUrlDecoder().decode(parts.group(2));
        byte[] expected = Base64.getUrlDecoder().decode(parts.group(3));
        return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(parts.group(1))));
    }

    /** Takes as long as {@link #matches}: for an account that does not exist or may not sign in. */
    public static void verifyAgainstNobody(char[] password) {
        MessageDigest.isEqual(new byte[HASH_BYTES], derive(password, new byte[SALT_BYTES], ITERATIONS));
    }

    /** Whether the hash was made with fewer iterations than new ones, and should be made anew at the next sign-in. */
    public boolean outdated() {
        return Integer.parseInt(parts().group(1)) < ITERATIONS;
    }

    private Matcher parts() {
        Matcher parts = FORM.matcher(encoded);
        if (!parts.matches()) {
            throw new IllegalStateException("checked when made");
        }
        return parts;
    }

    @Override
    public String toString() {
        return "***";
    }

    private static byte[] derive(char[] password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        } finally {
            spec.clearPassword();
        }
    }
}
