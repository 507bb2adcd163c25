package org.medexam.smp.core.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses of the web that settings name. */
final class WebAddress {

    private WebAddress() {}

    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    /**
     * Scheme, host and port, as a browser writes an origin: in small letters, without the scheme's own port.
     *
     * @param paths what may follow; it is cut off
     * @throws IllegalArgumentException when the text is no URI
     */
    static Optional<URI> parse(String text, Set<String> paths) {
        URI uri = URI.create(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean https = scheme.equals("https");
        if (!https && !scheme.equals("http")
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getPort() == 0
                || uri.getPort() > 65535
                || !paths.contains(uri.getRawPath())) {
            return Optional.empty();
        }
        boolean usualPort = uri.getPort() == -1 || uri.getPort() == (https ? 443 : 80);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return Optional.of(URI.create(scheme + "://" + host + (usualPort ? "" : ":" + uri.getPort())));
    }

    /**
     * Where something is sent to: any path and query; by http, which everybody on the way can read, to this machine
     * alone.
     *
     * @throws IllegalArgumentException when the text is no URI
     */
    static Optional<URI> parseReceiver(String text) {
        URI uri = URI.create(text);
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        return uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && uri.getRawFragment() == null
                        && uri.getPort() != 0
                        && uri.getPort() <= 65535
                        && (https || http && THIS_MACHINE.matcher(uri.getHost()).matches())
                ? Optional.of(uri)
                : Optional.empty();
    }
}
