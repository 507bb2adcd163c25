package org.medexam.smp.core.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.medexam.smp.core.rows.Row;
import org.medexam.smp.core.rows.TableShape;

/** Writes a snapshot: head, files, tables, pictures, end, in this order. */
public final class SnapshotWriter implements AutoCloseable {

    static final String HEAD = "head.json";
    static final String HOME = "home/";
    static final String TABLES = "tables/";
    static final String LINES = ".jsonl";
    static final String PICTURES = "pictures.jsonl";
    static final String END = "end.json";

    private final ZipOutputStream zip;
    private final Map<String, Long> rows = new TreeMap<>();
    private JsonGenerator lines;
    private long pictures;

    public SnapshotWriter(OutputStream out, SnapshotHead head) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(HEAD));
        zip.write(head.write());
        zip.closeEntry();
    }

    /** @param name below SMP_HOME, with {@code /} */
    public void file(String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(HOME + name));
        content.transferTo(zip);
        zip.closeEntry();
    }

    public void beginTable(TableShape table) throws IOException {
        beginLines(TABLES + table.name() + LINES);
        rows.put(table.name(), 0L);
    }

    public void row(TableShape table, Row row) throws IOException {
        RowLine.write(lines, table, row);
        rows.merge(table.name(), 1L, Long::sum);
    }

    public void beginPictures() throws IOException {
        beginLines(PICTURES);
    }

    public void picture(ListedPicture picture) throws IOException {
        lines.writeStartObject();
        lines.writeNumberField("id", picture.id());
        lines.writeStringField("location", picture.location());
        lines.writeStringField("sha256", picture.sha256());
        lines.writeNumberField("bytes", picture.bytes());
        lines.writeStringField("fate", picture.fate().word());
        lines.writeEndObject();
        lines.writeRaw('\n');
        pictures++;
    }

    /** Ends the table or the list of pictures. */
    public void endLines() throws IOException {
        lines.close();
        zip.closeEntry();
    }

    /** Only what ends like this is whole. */
    public void end() throws IOException {
        zip.putNextEntry(new ZipEntry(END));
        JsonGenerator end = generator();
        end.writeStartObject();
        end.writeObjectFieldStart("rows");
        for (Map.Entry<String, Long> table : rows.entrySet()) {
            end.writeNumberField(table.getKey(), table.getValue());
        }
        end.writeEndObject();
        end.writeNumberField("pictures", pictures);
        end.writeEndObject();
        end.close();
        zip.closeEntry();
        zip.finish();
    }

    private void beginLines(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        lines = generator();
        lines.setRootValueSeparator(null);
    }

    private JsonGenerator generator() throws IOException {
        return new JsonFactory().createGenerator(zip).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
