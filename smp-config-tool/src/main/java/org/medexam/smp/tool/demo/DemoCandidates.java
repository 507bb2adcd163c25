package org.medexam.smp.tool.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jose4j.json.JsonUtil;

/** Registers the made-up candidates over the API, as SP does. */
final class DemoCandidates {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String api;
    private final DemoTickets tickets;

    /** @param api {@code http://…/nme/ext/api/v1} */
    DemoCandidates(String api, DemoTickets tickets) {
        this.api = api;
        this.tickets = tickets;
    }

    /** Registers those who are not there yet; whoever is, stays as the last demo left them. */
    void register() throws IOException, InterruptedException {
        String token = tickets.ofSp();
        for (MadeUpCandidate candidate : MadeUpCandidate.ALL) {
            if (send(request(candidate, token).GET(), 200, 404) == 404) {
                String body = JsonUtil.toJson(candidate.registration());
                send(
                        request(candidate, token)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(body, StandardCharsets.UTF_8)),
                        201);
            }
        }
    }

    private HttpRequest.Builder request(MadeUpCandidate candidate, String token) {
        return HttpRequest.newBuilder(URI.create(api + "/dossiers/" + candidate.no()))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private int send(HttpRequest.Builder request, Integer... expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        for (int status : expected) {
            if (answer.statusCode() == status) {
                return status;
            }
        }
        throw new IOException("the server answered " + answer.statusCode() + ": " + answer.body());
    }
}
