package org.medexam.smp.tool.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.medexam.smp.core.launch.ControlKey;
import org.medexam.smp.core.settings.SmpSettings;

/** HTTP/1.1 client of the server on this machine. Thread-safe. */
public final class LocalServerClient {

    /** Context root of the web application (contract §1). */
    public static final String CONTEXT_ROOT = "/nme/ext";

    /** Answers 200 as soon as the application is deployed. */
    public static final String LIVE = "/api/health/live";

    /** Answers 200 when the server can take pictures. */
    public static final String READY = "/api/health/ready";

    private static final String CONTROL = "/api/v1/control/";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final Path home;
    private final Duration timeout;
    private final HttpClient http;

    private LocalServerClient(String base, Path home, Duration timeout, HttpClient.Builder http) {
        this.base = base;
        this.home = home;
        this.timeout = timeout;
        this.http = http.version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT)
                .build();
    }

    /** A client of an installation's plain port, with the key of its control addresses; an answer may take a minute. */
    public static LocalServerClient of(SmpSettings settings) {
        return plain(settings.http().port(), settings.home(), DEFAULT_TIMEOUT);
    }

    /**
     * A client of a plain port, without the key of a control address.
     *
     * @param timeout of a whole answer, and of the connection where it is shorter than 5 s
     */
    public static LocalServerClient of(int port, Duration timeout) {
        return plain(port, null, timeout);
    }

    private static LocalServerClient plain(int port, Path home, Duration timeout) {
        return new LocalServerClient("http://127.0.0.1:" + port + CONTEXT_ROOT, home, timeout, HttpClient.newBuilder());
    }

    /** A client of the TLS port that accepts every certificate: it asks who listens, and sends nothing secret. */
    public static LocalServerClient ofTls(int port, Duration timeout) {
        return new LocalServerClient(
                "https://localhost:" + port + CONTEXT_ROOT,
                null,
                timeout,
                HttpClient.newBuilder().sslContext(AnyCertificate.context()));
    }

    /**
     * An answer of any status.
     *
     * @param took from the request to the last byte
     */
    public record Reply(int status, byte[] body, Duration took) {

        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** The body as JSON; a missing node where it is none. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException noJson) {
                return MissingNode.getInstance();
            }
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The code of a problem document, or the status where the body is none. */
        public String problem() {
            String code = json().path("code").asText();
            return code.isEmpty() ? "HTTP " + status : code;
        }
    }

    /** @param path below the context root */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(timeout);
    }

    /** @throws ServerUnreachable when there is no answer */
    public Reply get(String path) {
        return send(request(path).GET());
    }

    /**
     * Sends a request without a body to a control address (ADR 0011).
     *
     * @param path below {@code /api/v1/control/}
     * @throws KeyUnreadable when the key is missing or unreadable
     * @throws ServerUnreachable when there is no answer
     */
    public Reply control(String method, String path) {
        return send(request(CONTROL + path)
                .header("Authorization", key().authorization())
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private ControlKey key() {
        Optional<ControlKey> key;
        try {
            key = ControlKey.read(home);
        } catch (IOException unreadable) {
            throw new KeyUnreadable(ControlKey.file(home));
        }
        return key.orElseThrow(() -> new KeyUnreadable(ControlKey.file(home)));
    }

    /** @throws ServerUnreachable when there is no answer */
    public Reply send(HttpRequest.Builder request) {
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), answer.body(), Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException failed) {
            throw new ServerUnreachable(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerUnreachable(interrupted);
        }
    }

    /** Whether some process listens on the port, whatever it answers. */
    public boolean isListening() {
        try {
            get(LIVE);
            return true;
        } catch (ServerUnreachable unreachable) {
            return !unreachable.isRefused();
        }
    }

    /** Whether the address answers 200. */
    public boolean answers(String path) {
        try {
            return get(path).status() == 200;
        } catch (ServerUnreachable unreachable) {
            return false;
        }
    }
}
