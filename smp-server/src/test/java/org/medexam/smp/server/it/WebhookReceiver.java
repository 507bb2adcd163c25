package org.medexam.smp.server.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** Whoever programs against the guide would receive so: takes a webhook, and checks it with the keys of SMP alone. */
public final class WebhookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
    private static final String ED25519 = "302a300506032b6570032100";

    private final HttpServer server;
    private final List<Delivery> deliveries = new ArrayList<>();
    private ToIntFunction<Delivery> answer = delivery -> 204;

    /** What came, whatever was answered. */
    public record Delivery(
            String id, String timestamp, String signature, String contentType, byte[] body, int answered) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        public String dossier() {
            return json().at("/data/no").asText();
        }

        public long seq() {
            return json().at("/data/seq").asLong();
        }

        /** @param keys the JWK set of {@code GET /keys} */
        public boolean isSignedBy(JsonNode keys) {
            for (JsonNode key : keys.get("keys")) {
                for (String one : signature.split(" ")) {
                    if (one.startsWith("v1a,") && isSignedBy(key.get("x").asText(), one.substring(4))) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean isSignedBy(String x, String base64) {
            try {
                ByteArrayOutputStream der = new ByteArrayOutputStream();
                der.writeBytes(HexFormat.of().parseHex(ED25519));
                der.writeBytes(Base64.getUrlDecoder().decode(x));
                PublicKey key =
                        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der.toByteArray()));
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(key);
                check.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
                check.update(body);
                return check.verify(Base64.getDecoder().decode(base64));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** @param port 0 for any */
    public WebhookReceiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::receive);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://localhost:" + port() + "/changes?from=smp";
    }

    /** @param status what is answered; nothing at all where it is negative */
    public synchronized void answers(ToIntFunction<Delivery> status) {
        answer = status;
    }

    /** All that came so far. */
    public synchronized List<Delivery> all() {
        return List.copyOf(deliveries);
    }

    /** What was taken, in order. */
    public List<Delivery> taken() {
        return all().stream().filter(delivery -> delivery.answered() / 100 == 2).toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        Delivery came = new Delivery(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestBody().readAllBytes(),
                0);
        int status;
        synchronized (this) {
            status = answer.applyAsInt(came);
            deliveries.add(new Delivery(
                    came.id(), came.timestamp(), came.signature(), came.contentType(), came.body(), status));
        }
        if (status >= 300 && status < 400) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
        }
        if (status >= 0) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
