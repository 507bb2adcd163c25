package org.medexam.smp.core.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.medexam.smp.core.settings.HttpSettings;

/**
 * The JVM's system properties that must not stand on its command line, which everybody on the machine can read: the
 * content of a Java argument file (the java command's {@code @argfile}).
 */
final class JvmProperties {

    private JvmProperties() {}

    static String of(HttpSettings http) {
        Map<String, String> properties = new LinkedHashMap<>();
        // the container puts this name into its own error pages
        properties.put("product.name", "");
        http.https().ifPresent(https -> {
            properties.put("javax.net.ssl.keyStore", https.keystore().toString());
            properties.put("javax.net.ssl.keyStoreType", "PKCS12");
            properties.put("javax.net.ssl.keyStorePassword", https.password().reveal());
        });
        return lines(properties.entrySet().stream()
                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                .toList());
    }

    /** Arguments as an argument file holds them, one a line. */
    static String lines(List<String> arguments) {
        return arguments.stream().map(argument -> quoted(argument) + "\n").collect(Collectors.joining());
    }

    /** In the file's quotes a backslash stands before a quote and before itself. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
