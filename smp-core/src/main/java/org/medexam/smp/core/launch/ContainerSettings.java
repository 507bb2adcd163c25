package org.medexam.smp.core.launch;

import java.util.ArrayList;
import java.util.List;
import org.medexam.smp.core.settings.SmpSettings;

/** What the container must be told before it boots, as its administration commands. */
final class ContainerSettings {

    private static final String NETWORK = "configs.config.server-config.network-config.";
    private static final String HTTP_LISTENER = NETWORK + "network-listeners.network-listener.http-listener.";
    private static final String HTTP_PROTOCOL = NETWORK + "protocols.protocol.http-listener.http.";

    private ContainerSettings() {}

    static List<String> of(SmpSettings settings) {
        List<String> commands = new ArrayList<>();
        // plain http is for this machine alone, unless the settings name the proxy in front
        if (settings.http().trustedProxies().isEmpty()) {
            commands.add("set " + HTTP_LISTENER + "address=127.0.0.1");
        }
        commands.add("set " + HTTP_PROTOCOL + "server-header=false");
        commands.add("set " + HTTP_PROTOCOL + "xpowered-by=false");
        // the application itself refuses TRACE, in the words of its other refusals
        commands.add("set " + HTTP_PROTOCOL + "trace-enabled=true");
        // what the container would tell everybody about itself at the root of the port
        commands.add("set configs.config.server-config.microprofile-metrics-configuration.enabled=false");
        commands.add("set-openapi-configuration --enabled=false");
        commands.add("set-microprofile-healthcheck-configuration --enabled=false");
        return commands;
    }

    /**
     * What the container must be told once the application is there: whatever lies outside its context root is the
     * application's to refuse too, or the container's own error page would name its product.
     *
     * @param application its name, which is that of its file
     */
    static List<String> afterDeployment(String application) {
        return List.of("set configs.config.server-config.http-service.virtual-server.server.default-web-module="
                + application);
    }
}
