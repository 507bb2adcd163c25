package org.medexam.smp.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Validates a value against a schema of the document. It is stricter than JSON Schema: a member that the schema does not
 * name is an error, so that every member of a response is described.
 */
final class SchemaCheck {

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /** The mismatches with their places; empty if the value is valid. */
    static List<String> faults(JsonNode document, JsonNode value, JsonNode schema) {
        SchemaCheck check = new SchemaCheck(document);
        check.check("$", value, schema);
        return check.faults;
    }

    private void check(String place, JsonNode value, JsonNode reference) {
        JsonNode schema = resolved(reference);
        if (value.isNull()) {
            unless(schema.path("nullable").asBoolean(), place, "null");
            return;
        }
        String type = schema.path("type").asText();
        unless(isOfType(value, type), place, "not of type " + type);
        switch (type) {
            case "object" -> checkObject(place, value, schema);
            case "array" -> checkArray(place, value, schema.path("items"));
            case "string" -> checkText(place, value.asText(), schema);
            default -> checkNumber(place, value, schema);
        }
    }

    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
    }

    private void checkObject(String place, JsonNode value, JsonNode schema) {
        schema.path("required")
                .forEach(member -> unless(value.has(member.asText()), place, "without " + member.asText()));
        if (!schema.has("properties")) {
            return;
        }
        value.fields().forEachRemaining(member -> {
            JsonNode described = schema.get("properties").get(member.getKey());
            if (described == null) {
                faults.add(place + ": undescribed member " + member.getKey());
            } else {
                check(place + "." + member.getKey(), member.getValue(), described);
            }
        });
    }

    private void checkArray(String place, JsonNode value, JsonNode items) {
        for (int i = 0; i < value.size(); i++) {
            check(place + "[" + i + "]", value.get(i), items);
        }
    }

    private void checkText(String place, String text, JsonNode schema) {
        if (schema.has("enum")) {
            boolean known = false;
            for (JsonNode choice : schema.get("enum")) {
                known |= choice.asText().equals(text);
            }
            unless(known, place, "none of the choices: " + text);
        }
        if (schema.has("pattern")) {
            unless(text.matches(schema.get("pattern").asText()), place, "not of the pattern: " + text);
        }
        unless(text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE), place, "too long");
        unless(text.length() >= schema.path("minLength").asInt(0), place, "too short");
        unless(isOfFormat(text, schema.path("format").asText()), place, "not of the format: " + text);
    }

    private static boolean isOfFormat(String text, String format) {
        try {
            if (format.equals("date-time")) {
                OffsetDateTime.parse(text);
            } else if (format.equals("date")) {
                LocalDate.parse(text);
            }
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void checkNumber(String place, JsonNode value, JsonNode schema) {
        unless(value.asLong() >= schema.path("minimum").asLong(Long.MIN_VALUE), place, "too small");
        unless(value.asLong() <= schema.path("maximum").asLong(Long.MAX_VALUE), place, "too large");
    }

    private void unless(boolean holds, String place, String fault) {
        if (!holds) {
            faults.add(place + ": " + fault);
        }
    }
}
