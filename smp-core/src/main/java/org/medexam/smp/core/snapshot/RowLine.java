package org.medexam.smp.core.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.medexam.smp.core.rows.Row;
import org.medexam.smp.core.rows.TableShape;
import org.medexam.smp.core.rows.ValueKind;

/** One row as one line: a JSON array of its values; moments as ISO 8601 without zone (UTC), bytes as base64. */
final class RowLine {

    private static final JsonFactory JSON = new JsonFactory();

    private RowLine() {}

    static void write(JsonGenerator out, TableShape table, Row row) throws IOException {
        out.writeStartArray();
        for (int i = 0; i < table.columns().size(); i++) {
            write(out, table.columns().get(i).kind(), row.values().get(i));
        }
        out.writeEndArray();
        out.writeRaw('\n');
    }

    private static void write(JsonGenerator out, ValueKind kind, Object value) throws IOException {
        if (value == null) {
            out.writeNull();
            return;
        }
        switch (kind) {
            case WHOLE -> out.writeNumber((Long) value);
            case FLAG -> out.writeBoolean((Boolean) value);
            case BYTES -> out.writeBinary((byte[]) value);
            case TEXT, MOMENT -> out.writeString(value.toString());
        }
    }

    static Row read(String line, TableShape table) throws IOException {
        try (JsonParser in = JSON.createParser(line)) {
            need(in.nextToken() == JsonToken.START_ARRAY);
            List<Object> values = new ArrayList<>();
            for (TableShape.Column column : table.columns()) {
                values.add(read(in, in.nextToken(), column.kind()));
            }
            need(in.nextToken() == JsonToken.END_ARRAY);
            return new Row(values);
        } catch (DateTimeException e) {
            throw new SnapshotDamaged("a row of " + table.name() + " cannot be read", e);
        }
    }

    private static Object read(JsonParser in, JsonToken token, ValueKind kind) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        need(token != null && token.isScalarValue());
        return switch (kind) {
            case WHOLE -> in.getLongValue();
            case FLAG -> in.getBooleanValue();
            case BYTES -> in.getBinaryValue();
            case TEXT -> in.getText();
            case MOMENT -> LocalDateTime.parse(in.getText());
        };
    }

    private static void need(boolean asExpected) throws SnapshotDamaged {
        if (!asExpected) {
            throw new SnapshotDamaged("a row has not as many values as its table has columns");
        }
    }
}
