package org.medexam.smp.core.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where SMP answers and whom it believes about addresses (contract §1).
 *
 * @param port plain http, loopback only unless a trusted proxy is named
 * @param https the public port with its certificate, if SMP serves it itself
 * @param publicUrl the own name as scheme, host and port, without path: {@code https://smp.example.cn}
 * @param trustedProxies whose forwarding headers are believed; empty: nobody's
 * @param origins browser origins of SP's pages that may call across (CORS), as a browser writes them
 */
public record HttpSettings(
        int port, Optional<Https> https, URI publicUrl, List<AddressRange> trustedProxies, List<String> origins) {

    /**
     * @param keystore a PKCS#12 file that opens with the password and holds a private key
     * @param password of the keystore and its key
     */
    public record Https(int port, Path keystore, Secret password) {}

    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
        origins = List.copyOf(origins);
    }

    /** Whether people reach SMP by https, so that cookies must be {@code Secure}. */
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** Whether forwarding headers from this peer are believed. */
    public boolean trusts(InetAddress peer) {
        return trustedProxies.stream().anyMatch(range -> range.contains(peer));
    }
}
