package org.medexam.smp.server.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.medexam.smp.core.ticket.Scope;
import org.medexam.smp.core.ticket.Ticket;

/** The API as its callers speak it. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SmpServer server;

    public Api(SmpServer server) {
        this.server = server;
    }

    /** An answer with its body as bytes. */
    public record Answer(int status, java.net.http.HttpHeaders headers, byte[] bytes) {

        public JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String code() {
            return json().path("code").asText();
        }

        public String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }

    public String spToken() {
        return server.sp().sign(Ticket.ofSystem(Scope.SP, "sp", id(), Instant.now()));
    }

    public String mpToken() {
        return server.mp().sign(Ticket.ofSystem(Scope.MP, "mp", id(), Instant.now()));
    }

    public String candidateToken(String no) {
        return server.sp().sign(Ticket.ofCandidate(no, id(), Instant.now()));
    }

    public String districtReviewerToken() {
        return server.mp().sign(Ticket.ofDistrictReviewer("kaoqu01", "考区审核员甲", id(), Instant.now()));
    }

    public String siteReviewerToken(String site) {
        return server.mp().sign(Ticket.ofSiteReviewer("kaodian01", "考点审核员乙", site, id(), Instant.now()));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** A made-up candidate's registration. */
    public static String registration(String site) {
        return """
                { "exam": {"year": 2021, "category": "110", "name": "临床执业医师"},
                  "site": {"code": "%s", "name": "白银"},
                  "candidate": {"name": "张试样", "idType": "居民身份证", "idNumber": "620400199001010015", "phone": "13800000015"},
                  "facts": {"kind": "LOCAL", "level": "LIC", "edu": "BAC", "hasAsst": false, "units": 1},
                  "replaces": null }
                """.formatted(site);
    }

    public Answer register(String no, String site) {
        return send("PUT", "/v1/dossiers/" + no, spToken(), registration(site));
    }

    public Answer get(String path, String token) {
        return send("GET", path, token, null);
    }

    /** @param json null for a request without a body */
    public Answer send(String method, String path, String token, String json) {
        HttpRequest.Builder request = request(path, token)
                .method(
                        method,
                        json == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request);
    }

    /** As the candidate, who accepts the commitment of that version. */
    public Answer submit(String no, String commitmentVersion) {
        return send(
                "POST",
                "/v1/dossiers/" + no + "/submission",
                candidateToken(no),
                "{\"commitment\": true, \"commitmentVersion\": \"" + commitmentVersion + "\"}");
    }

    public Answer upload(String no, String material, String token, byte[] picture) {
        String boundary = "----smp" + UUID.randomUUID();
        return send(request("/v1/dossiers/" + no + "/materials/" + material + "/images", token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(boundary, picture))));
    }

    public static byte[] multipart(String boundary, byte[] picture) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"照片.jpg\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** @param path below {@code /nme/ext/api}, or absolute */
    public HttpRequest.Builder request(String path, String token) {
        URI address = URI.create(path.startsWith("http") ? path : server.api() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
