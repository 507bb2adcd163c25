package org.medexam.smp.tool.acceptance;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** For whom a certificate is made out, as browsers see it: by its alternative names alone (RFC 9110, 4.3.4). */
final class CertificateNames {

    private static final int DNS = 2;
    private static final int IP = 7;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9A-Fa-f:]+:[0-9A-Fa-f:.]*]?");

    private CertificateNames() {}

    /** @param host a name or an address, as in a URL */
    static boolean fit(X509Certificate certificate, String host) {
        Optional<InetAddress> address = address(host);
        return names(certificate).stream()
                .anyMatch(name -> address.isPresent()
                        ? name.get(0).equals(IP)
                                && address.equals(address(name.get(1).toString()))
                        : name.get(0).equals(DNS) && fits(name.get(1).toString(), host));
    }

    /** A star stands for one first part of a name. */
    private static boolean fits(String pattern, String host) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String name = host.toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        return wanted.equals(name)
                || wanted.startsWith("*.") && dot > 0 && wanted.substring(1).equals(name.substring(dot));
    }

    private static Collection<List<?>> names(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
        } catch (CertificateParsingException broken) {
            return List.of();
        }
    }

    /** Looks nothing up: only what is an address is taken. */
    private static Optional<InetAddress> address(String text) {
        try {
            return ADDRESS.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }
}
