package org.medexam.smp.core.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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

    private static final int DEFAULT_PORT = 8001;

    /** People write their address with or without the context root; only what is before it is kept. */
    private static final Set<String> PUBLIC_PATHS = Set.of("", "/", "/nme/ext", "/nme/ext/");

    /**
     * @param keystore a PKCS#12 file that opens with the password and holds a private key
     * @param password of the keystore and its key
     */
    public record Https(int port, Path keystore, Secret password) {}

    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
        origins = List.copyOf(origins);
    }

    static HttpSettings from(SettingValues values) {
        int port = values.port(SettingKey.HTTP_PORT).orElse(DEFAULT_PORT);
        values.need(SettingKey.PUBLIC_URL);
        return new HttpSettings(
                port,
                https(values, port),
                values.typed(
                                SettingKey.PUBLIC_URL,
                                text -> WebAddress.parse(text, PUBLIC_PATHS),
                                SettingError.NOT_A_PUBLIC_URL)
                        .orElse(URI.create("")),
                values.list(SettingKey.PROXY_TRUSTED, AddressRange::parse, SettingError.NOT_AN_ADDRESS),
                values.list(
                        SettingKey.SP_ORIGINS,
                        text -> WebAddress.parse(text, Set.of("")).map(URI::toString),
                        SettingError.NOT_AN_ORIGIN));
    }

    private static Optional<Https> https(SettingValues values, int httpPort) {
        OptionalInt port = values.port(SettingKey.HTTPS_PORT);
        if (port.isPresent() && port.getAsInt() == httpPort) {
            values.fault(SettingKey.HTTPS_PORT, SettingError.SAME_PORT, SettingKey.HTTP_PORT);
        }
        if (!values.has(SettingKey.HTTPS_PORT)) {
            refuseWithoutPort(values, SettingKey.TLS_KEYSTORE);
            refuseWithoutPort(values, SettingKey.TLS_PASSWORD_FILE);
            return Optional.empty();
        }
        for (SettingKey needed : List.of(SettingKey.TLS_KEYSTORE, SettingKey.TLS_PASSWORD_FILE)) {
            if (!values.has(needed)) {
                values.fault(needed, SettingError.NEEDED_WITH, SettingKey.HTTPS_PORT);
            }
        }
        Optional<Path> keystore = values.existingFile(SettingKey.TLS_KEYSTORE);
        Optional<Secret> password = values.secret(SettingKey.TLS_PASSWORD_FILE);
        if (port.isEmpty() || keystore.isEmpty() || password.isEmpty()) {
            return Optional.empty();
        }
        Keystores.whatIsWrong(keystore.get(), password.get())
                .ifPresent(wrong -> values.fault(SettingKey.TLS_KEYSTORE, wrong, keystore.get()));
        return Optional.of(new Https(port.getAsInt(), keystore.get(), password.get()));
    }

    private static void refuseWithoutPort(SettingValues values, SettingKey key) {
        if (values.has(key)) {
            values.fault(key, SettingError.USELESS_WITHOUT, SettingKey.HTTPS_PORT);
        }
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
