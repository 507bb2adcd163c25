package org.medexam.smp.server.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.net.ssl.SSLException;
import org.medexam.smp.core.signature.Signer;
import org.medexam.smp.server.central.Change;
import org.medexam.smp.server.central.ChangeViews;
import org.medexam.smp.server.central.Follower;
import org.medexam.smp.server.wire.Json;

/**
 * Posts changes to one address, in the form of Standard Webhooks 1.0 with an asymmetric signature ({@code v1a}).
 * Certificates are checked; redirects are not followed and no proxy is used.
 */
final class HttpWebhookSender implements WebhookSender {

    private static final Logger LOG = Logger.getLogger(HttpWebhookSender.class.getName());

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final int GONE = 410;

    private final Follower receiver;
    private final URI address;
    private final String district;
    private final ChangeViews views;
    private final Supplier<Signer> signer;
    private final Clock clock;
    private final Duration answerWithin;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT_WITHIN)
            .build();

    /** @param answerWithin how long a delivery may take, from beginning to end */
    HttpWebhookSender(
            Follower receiver,
            URI address,
            String district,
            ChangeViews views,
            Supplier<Signer> signer,
            Clock clock,
            Duration answerWithin) {
        this.receiver = receiver;
        this.address = address;
        this.district = district;
        this.views = views;
        this.signer = signer;
        this.clock = clock;
        this.answerWithin = answerWithin;
    }

    @Override
    public DeliveryOutcome send(Change change) {
        HttpRequest request = request(change);
        long end = System.nanoTime() + answerWithin.toNanos();
        try {
            return answer(change, request, end);
        } catch (IOException perhapsIdleTooLong) {
            // the receiver may have closed an idle connection at the moment of its reuse
            try {
                return answer(change, request, end);
            } catch (IOException e) {
                return failed(change, DeliveryOutcome.REJECTED, e.toString());
            }
        }
    }

    HttpRequest request(Change change) {
        String id = district + "-" + change.seq();
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        byte[] body = Json.bytes(WebhookRequest.of(views.of(change)));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("User-Agent", "SMP")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1a," + signature(id + "." + timestamp + ".", body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private String signature(String head, byte[] body) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        return Base64.getEncoder().encodeToString(signer.get().raw(signed.toByteArray()));
    }

    /** @throws IOException when the connection broke */
    private DeliveryOutcome answer(Change change, HttpRequest request, long endNanos) throws IOException {
        CompletableFuture<HttpResponse<Void>> exchange = http.sendAsync(request, BodyHandlers.discarding());
        try {
            // bounds the whole exchange: an endless body is no answer in time
            int status = exchange.get(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS)
                    .statusCode();
            if (status >= 200 && status < 300) {
                return DeliveryOutcome.DELIVERED;
            }
            return failed(change, status == GONE ? DeliveryOutcome.GONE : DeliveryOutcome.REJECTED, "status " + status);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return failed(change, DeliveryOutcome.REJECTED, "no answer within " + answerWithin.toMillis() + " ms");
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return failed(change, DeliveryOutcome.UNREACHABLE, "interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof SSLException) {
                return failed(change, DeliveryOutcome.UNREACHABLE, cause.toString());
            }
            if (cause instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException("sending change " + change.seq(), cause);
        }
    }

    private DeliveryOutcome failed(Change change, DeliveryOutcome outcome, String why) {
        LOG.info(() -> "webhook " + receiver.code() + ": change " + change.seq() + " not delivered: " + why);
        return outcome;
    }
}
