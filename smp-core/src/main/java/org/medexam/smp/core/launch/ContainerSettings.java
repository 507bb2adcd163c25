package org.medexam.smp.core.launch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.medexam.smp.core.settings.HttpSettings;

/**
 * What the container must be told before it boots, as its administration commands. They turn up in its log, so that
 * no secret may stand in one.
 */
final class ContainerSettings {

    private static final String CONFIG = "configs.config.server-config.";
    private static final String NETWORK = CONFIG + "network-config.";
    private static final String HTTP = "http-listener";
    private static final String HTTPS = "https-listener";

    /** How long a reader waits for the next byte of a body: as long as a phone is without a net in a lift. */
    private static final int BODY_PAUSE_MILLIS = 20_000;

    /** A thread reads one body at a time: enough of them that some hundred slow senders leave room for the others. */
    private static final int THREADS = 512;

    private ContainerSettings() {}

    static List<String> of(HttpSettings http) {
        List<String> commands = new ArrayList<>();
        // plain http is for this machine alone, unless the settings name the proxy in front
        if (http.trustedProxies().isEmpty()) {
            commands.add("set " + NETWORK + "network-listeners.network-listener." + HTTP + ".address=127.0.0.1");
        }
        // HTTP/2 stays on here: without it the container never finds the body of a request that offers to upgrade to
        // it (Upgrade: h2c), as Java's own client does with every first one
        commands.addAll(listener(HTTP, http.publicUrl()));
        if (http.secure()) {
            // people came by https to whoever hands their requests on
            commands.add(http(HTTP, "scheme=https"));
        }
        if (http.https().isPresent()) {
            commands.addAll(listener(HTTPS, http.publicUrl()));
            commands.add(http(HTTPS, "http2-enabled=false"));
            // the only key that the keystore holds, whatever it is called
            commands.add("set " + NETWORK + "protocols.protocol." + HTTPS + ".ssl.cert-nickname=");
        }
        commands.add("set " + CONFIG + "thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=" + THREADS);
        // its schemas lie in its own folder, and it does not find them below a name with a space or a Chinese letter
        commands.add("set " + CONFIG + "admin-service.das-config.deploy-xml-validation=none");
        // nobody is answered before the application is there: the container would say 404, and its own name
        commands.addAll(listening(http, false));
        // what the container would show of itself at the port's root
        commands.add("set " + CONFIG + "microprofile-metrics-configuration.enabled=false");
        commands.add("set-microprofile-healthcheck-configuration --enabled=false");
        commands.add("set-openapi-configuration --enabled=false");
        return commands;
    }

    private static List<String> listening(HttpSettings http, boolean enabled) {
        return (http.https().isPresent() ? Stream.of(HTTP, HTTPS) : Stream.of(HTTP))
                .map(name -> "set " + NETWORK + "network-listeners.network-listener." + name + ".enabled=" + enabled)
                .toList();
    }

    private static List<String> listener(String name, URI publicUrl) {
        return List.of(
                http(name, "server-header=false"),
                http(name, "xpowered-by=false"),
                // a redirect of the container names the host that the settings name, never the caller's Host header
                http(name, "server-name=" + publicUrl.getAuthority()),
                // TRACE is refused by the application, in its own words
                http(name, "trace-enabled=true"),
                http(name, "comet-support-enabled=false"),
                http(name, "connection-upload-timeout-millis=" + BODY_PAUSE_MILLIS));
    }

    private static String http(String listener, String attribute) {
        return "set " + NETWORK + "protocols.protocol." + listener + ".http." + attribute;
    }

    /**
     * What the container must be told once the application is there: whatever lies outside its context root is the
     * application's to refuse too, or the container's own error page would name its product. Only then it listens.
     *
     * @param application its name, which is that of its file
     */
    static List<String> afterDeployment(String application, HttpSettings http) {
        List<String> commands = new ArrayList<>();
        commands.add("set " + CONFIG + "http-service.virtual-server.server.default-web-module=" + application);
        commands.addAll(listening(http, true));
        return commands;
    }
}
