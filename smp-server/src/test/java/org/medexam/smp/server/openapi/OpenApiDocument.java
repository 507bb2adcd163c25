package org.medexam.smp.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code openapi.json} as the server serves it, for tests. */
public final class OpenApiDocument {

    private final JsonNode document;

    public OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    /** The document that the build generated. */
    public static OpenApiDocument built() {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream("/openapi/openapi.json")) {
            return new OpenApiDocument(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One method at one path, e.g. {@code GET /v1/dossiers/{no}}. */
    public record Operation(String method, String path) implements Comparable<Operation> {
        @Override
        public int compareTo(Operation other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** A described response and its operation. */
    public record Described(Operation operation, int status, JsonNode response) {
        @Override
        public String toString() {
            return operation + " " + status;
        }
    }

    public JsonNode json() {
        return document;
    }

    public TreeMap<Operation, JsonNode> operations() {
        TreeMap<Operation, JsonNode> operations = new TreeMap<>();
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(method -> operations.put(
                                new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey()),
                                method.getValue())));
        return operations;
    }

    public List<Described> answers() {
        List<Described> all = new ArrayList<>();
        operations()
                .forEach((operation, described) -> described
                        .get("responses")
                        .fields()
                        .forEachRemaining(response -> all.add(
                                new Described(operation, Integer.parseInt(response.getKey()), response.getValue()))));
        return all;
    }

    public static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    /** Names of the members of each kind of parameter, {@code query} or {@code path}. */
    static Set<String> parameters(JsonNode operation, String in) {
        Set<String> names = new LinkedHashSet<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.get("in").asText().equals(in)) {
                names.add(parameter.get("name").asText());
            }
        });
        return names;
    }

    /** All media types of all bodies, of requests and answers. */
    Stream<JsonNode> bodies() {
        return operations().values().stream()
                .flatMap(operation ->
                        Stream.concat(Stream.of(operation.path("requestBody")), stream(operation.get("responses"))))
                .flatMap(body -> stream(body.path("content")));
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    /**
     * What is wrong with a real answer by this description; empty when all is as it says.
     *
     * @param type the answer's {@code Content-Type}, null without one
     * @param body null when the answer has no JSON
     */
    public List<String> faults(Operation operation, int status, String type, JsonNode body) {
        JsonNode described = operations().get(operation);
        JsonNode response =
                described == null ? null : described.get("responses").get(String.valueOf(status));
        if (response == null) {
            return List.of(operation + " is not said to answer " + status);
        }
        if (type == null) {
            return response.has("content") ? List.of("no body, though one is described") : List.of();
        }
        String essence = type.split(";")[0].trim();
        JsonNode content = response.path("content").get(essence);
        if (content == null) {
            return List.of("undescribed Content-Type " + essence);
        }
        if (body == null) {
            return List.of();
        }
        List<String> faults = new ArrayList<>(SchemaCheck.faults(document, body, content.get("schema")));
        if (status >= 400
                && response.has("x-codes")
                && !texts(response.get("x-codes")).contains(body.path("code").asText())) {
            faults.add("undescribed code " + body.path("code").asText());
        }
        return faults;
    }
}
