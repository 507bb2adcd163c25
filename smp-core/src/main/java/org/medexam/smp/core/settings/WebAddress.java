package org.medexam.smp.core.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Scheme, host and port, as a browser writes an origin: in small letters, without the scheme's own port. */
final class WebAddress {

    private WebAddress() {}

    /**
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
}
