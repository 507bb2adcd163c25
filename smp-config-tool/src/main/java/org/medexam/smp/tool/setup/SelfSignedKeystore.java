package org.medexam.smp.tool.setup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.medexam.smp.core.file.PrivateFile;
import org.medexam.smp.core.settings.Secret;

/**
 * A certificate that the server makes out to itself, with a new key: for a trial, or behind a proxy that shows its own.
 * Browsers warn of it.
 */
public final class SelfSignedKeystore {

    /** No browser takes a longer one, self-made or not. */
    public static final Duration DEFAULT_VALIDITY = Duration.ofDays(397);

    /** An hour back: clocks of those who look at it may be behind. */
    private static final Duration CLOCKS_BEHIND = Duration.ofHours(1);

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int SERIAL_BITS = 120;

    private SelfSignedKeystore() {}

    /**
     * Writes a PKCS#12 file that nobody but its owner can read, whole or not at all.
     *
     * @param password of the keystore and of its key; ASCII only, since Java opens no other
     * @param hosts names and IP addresses that people will reach the server by; the first is the certificate's own
     * @throws IOException when the file cannot be written
     */
    public static void write(Path file, Secret password, List<String> hosts, Instant now, Duration validity)
            throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            KeyStore keystore = KeyStore.getInstance("PKCS12");
            keystore.load(null, null);
            char[] opener = password.reveal().toCharArray();
            keystore.setKeyEntry(
                    "smp", pair.getPrivate(), opener, new Certificate[] {certificate(pair, hosts, now, validity)});
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            keystore.store(bytes, opener);
            PrivateFile.write(file, bytes.toByteArray());
        } catch (GeneralSecurityException | OperatorCreationException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static X509Certificate certificate(KeyPair pair, List<String> hosts, Instant now, Duration validity)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, hosts.get(0))
                .build();
        var names = new GeneralNames(hosts.stream()
                .map(host -> new GeneralName(
                        ADDRESS.matcher(host).matches() ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                        Date.from(now.minus(CLOCKS_BEHIND)),
                        Date.from(now.plus(validity)),
                        name,
                        pair.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, names)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }
}
