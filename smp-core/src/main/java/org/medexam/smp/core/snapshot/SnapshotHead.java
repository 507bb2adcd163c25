package org.medexam.smp.core.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medexam.smp.core.rows.TableShape;
import org.medexam.smp.core.rows.ValueKind;

/**
 * What a snapshot is of.
 *
 * @param form of the snapshot, {@link #FORM}
 * @param at when the backup began
 * @param district code of the exam district
 * @param schema version of the schema of which the tables are
 * @param tables in the order in which their rows stand in the snapshot and can be written
 */
public record SnapshotHead(int form, Instant at, String district, String schema, List<TableShape> tables) {

    /** The form that this program writes, and the newest that it reads. */
    public static final int FORM = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    public SnapshotHead {
        tables = List.copyOf(tables);
    }

    byte[] write() throws IOException {
        ObjectNode head = JSON.createObjectNode()
                .put("form", form)
                .put("at", at.toString())
                .put("district", district)
                .put("schema", schema);
        ArrayNode listed = head.putArray("tables");
        for (TableShape table : tables) {
            ObjectNode each = listed.addObject().put("name", table.name());
            ArrayNode columns = each.putArray("columns");
            table.columns()
                    .forEach(column -> columns.addObject()
                            .put("name", column.name())
                            .put("kind", column.kind().name()));
            table.numbering()
                    .ifPresent(numbering ->
                            each.put("numbered", numbering.column()).put("next", numbering.next()));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(head);
    }

    static SnapshotHead read(byte[] json) throws SnapshotDamaged {
        try {
            JsonNode head = JSON.readTree(json);
            int form = head.required("form").intValue();
            if (form != FORM) {
                return new SnapshotHead(form, Instant.EPOCH, "", "", List.of());
            }
            List<TableShape> tables = new ArrayList<>();
            for (JsonNode table : head.required("tables")) {
                tables.add(table(table));
            }
            return new SnapshotHead(
                    form,
                    Instant.parse(head.required("at").asText()),
                    head.required("district").asText(),
                    head.required("schema").asText(),
                    tables);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new SnapshotDamaged("the head cannot be read", e);
        }
    }

    private static TableShape table(JsonNode table) {
        List<TableShape.Column> columns = new ArrayList<>();
        for (JsonNode column : table.required("columns")) {
            columns.add(new TableShape.Column(
                    column.required("name").asText(),
                    ValueKind.valueOf(column.required("kind").asText())));
        }
        return new TableShape(
                table.required("name").asText(),
                columns,
                Optional.ofNullable(table.get("numbered"))
                        .map(column -> new TableShape.Numbering(
                                column.asText(), table.required("next").longValue())));
    }
}
