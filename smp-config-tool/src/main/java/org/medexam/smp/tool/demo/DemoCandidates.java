package org.medexam.smp.tool.demo;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.jose4j.json.JsonUtil;
import org.medexam.smp.tool.client.LocalServerClient;
import org.medexam.smp.tool.client.LocalServerClient.Reply;

/** Registers the made-up candidates over the API, as SP does. */
final class DemoCandidates {

    private final LocalServerClient server;
    private final DemoTickets tickets;

    DemoCandidates(LocalServerClient server, DemoTickets tickets) {
        this.server = server;
        this.tickets = tickets;
    }

    /** Registers those who are not there yet; whoever is, stays as the last demo left them. */
    void register() throws IOException {
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
        return server.request("/api/v1/dossiers/" + candidate.no()).header("Authorization", "Bearer " + token);
    }

    private int send(HttpRequest.Builder request, Integer... expected) throws IOException {
        Reply answer = server.send(request);
        for (int status : expected) {
            if (answer.status() == status) {
                return status;
            }
        }
        throw new IOException("the server answered " + answer.status() + ": " + answer.text());
    }
}
