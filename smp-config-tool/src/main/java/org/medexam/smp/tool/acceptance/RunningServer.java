package org.medexam.smp.tool.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.medexam.smp.core.launch.ControlKey;

/** The server of this machine, spoken to on its plain port. */
final class RunningServer {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final Path home;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    RunningServer(int port, Path home) {
        this.base = "http://127.0.0.1:" + port + "/nme/ext";
        this.home = home;
    }

    /** An answer, whichever it is. */
    record Reply(int status, byte[] body, Duration took) {

        /** Missing where it is no JSON. */
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException other) {
                return MissingNode.getInstance();
            }
        }

        /** A problem's code, or what there is instead. */
        String problem() {
            String code = json().path("code").asText();
            return code.isEmpty() ? "HTTP " + status : code;
        }
    }

    /** @param path below {@code /nme/ext} */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER);
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    /**
     * A request to a control address.
     *
     * @param what below {@code /control/}
     *
     * @throws KeyUnreadable when this program cannot read the server's key
     */
    Reply control(String method, String what) {
        return send(request("/api/v1/control/" + what)
                .header("Authorization", key().authorization())
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private ControlKey key() {
        Optional<ControlKey> key;
        try {
            key = ControlKey.read(home);
        } catch (IOException notOurs) {
            throw new KeyUnreadable(ControlKey.file(home));
        }
        return key.orElseThrow(() -> new KeyUnreadable(ControlKey.file(home)));
    }

    /** @throws ServerAway when nothing answers */
    Reply send(HttpRequest.Builder request) {
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), answer.body(), Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException away) {
            throw new ServerAway(away);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new ServerAway(hurried);
        }
    }

    /** The file is not there, or not for this account. */
    static final class KeyUnreadable extends RuntimeException {

        private final Path file;

        KeyUnreadable(Path file) {
            this.file = file;
        }

        Path file() {
            return file;
        }
    }
}
