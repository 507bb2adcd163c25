package org.medexam.smp.server.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** HTTP letter by letter, for what no client would send. */
final class Wire {

    private static final int PATIENCE_MILLIS = 10_000;

    private Wire() {}

    /** @param request without {@code Connection}; it is asked to be the last one */
    static String say(SmpServer server, String method, String target, String host, String... headers)
            throws IOException {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return say(server, request + "Connection: close\r\n\r\n");
    }

    static String say(SmpServer server, String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(everything(socket.getInputStream()), StandardCharsets.UTF_8);
        }
    }

    private static byte[] everything(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            in.transferTo(out);
        } catch (SocketTimeoutException stillOpen) {
            // what came is the answer
        }
        return out.toByteArray();
    }
}
