package org.medexam.smp.core.age;

import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.KeyAgreement;

/** The private key that opens what was sealed to its recipient. Prints as {@code ***}. */
public final class AgeIdentity {

    private static final Pattern LINE = Pattern.compile("(?m)^\\s*(AGE-SECRET-KEY-1[0-9A-Z]+)\\s*$");

    /** The u-coordinate of X25519's base point (RFC 7748, §4.1). */
    private static final BigInteger BASE_POINT = BigInteger.valueOf(9);

    private final String secret;
    private final AgeRecipient recipient;

    private AgeIdentity(String secret) throws GeneralSecurityException {
        X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(secret);
        this.secret = secret;
        this.recipient = recipientOf(secret);
    }

    /** A new one, from the system's random numbers. */
    public static AgeIdentity generate() {
        try {
            byte[] encoded =
                    new X25519KeyPairGenerator().generateKeyPair().getPrivate().getEncoded();
            return new AgeIdentity(new String(encoded, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The identity in the text of a key file, whose other lines are comments; empty where there is none. */
    public static Optional<AgeIdentity> parse(String keyFile) {
        Matcher line = LINE.matcher(keyFile);
        if (!line.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AgeIdentity(line.group(1)));
        } catch (GeneralSecurityException | RuntimeException mistyped) {
            return Optional.empty();
        }
    }

    /** Worked out from the secret, so that the two always belong together. */
    private static AgeRecipient recipientOf(String secret) throws GeneralSecurityException {
        byte[] scalar = Bech32.getDecoder().decode(secret).getData();
        KeyFactory keys = KeyFactory.getInstance("XDH");
        PrivateKey own = keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
        KeyAgreement times = KeyAgreement.getInstance("XDH");
        times.init(own);
        times.doPhase(keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE_POINT)), true);
        CharSequence text = Bech32.getEncoder().encode("age", times.generateSecret());
        return new AgeRecipient(text.toString());
    }

    public AgeRecipient recipient() {
        return recipient;
    }

    /** {@code AGE-SECRET-KEY-1…}, for the key's own file alone. */
    public String reveal() {
        return secret;
    }

    /**
     * What was sealed, as it was; closing it closes the sealed stream.
     *
     * @throws IOException when it was sealed to somebody else, altered or cut; the latter two perhaps only on reading
     */
    public InputStream open(InputStream sealed) throws IOException {
        try {
            return Channels.newInputStream(new StandardDecryptingChannelFactory()
                    .newDecryptingChannel(
                            Channels.newChannel(sealed),
                            List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(secret))));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException("cannot be opened with this key, or is damaged", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
