package org.medexam.smp.core.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.medexam.smp.core.rows.TableShape;

/** Reads a snapshot from front to back. */
public final class SnapshotReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, TableShape> tables = new LinkedHashMap<>();
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private long pictures;

    private SnapshotReader() {}

    /**
     * Tells every part and returns when the snapshot has proved to be whole.
     *
     * @throws SnapshotDamaged when it is not, perhaps after most of it was told
     * @throws IOException when it cannot be read, or from the parts
     */
    public static void read(InputStream snapshot, SnapshotParts parts) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(snapshot, StandardCharsets.UTF_8)) {
            new SnapshotReader().read(zip, parts);
            snapshot.transferTo(OutputStream.nullOutputStream()); // to its very end: only there a cut shows
        } catch (ZipException | JsonProcessingException e) {
            throw new SnapshotDamaged("not the form of a snapshot", e);
        }
    }

    /** The head alone. */
    public static SnapshotHead head(InputStream snapshot) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(snapshot, StandardCharsets.UTF_8)) {
            return head(zip, zip.getNextEntry());
        } catch (ZipException e) {
            throw new SnapshotDamaged("not the form of a snapshot", e);
        }
    }

    private static SnapshotHead head(ZipInputStream zip, ZipEntry first) throws IOException {
        if (first == null || !first.getName().equals(SnapshotWriter.HEAD)) {
            throw new SnapshotDamaged("a snapshot begins with its head");
        }
        return SnapshotHead.read(zip.readAllBytes());
    }

    private void read(ZipInputStream zip, SnapshotParts parts) throws IOException {
        SnapshotHead head = head(zip, zip.getNextEntry());
        head.tables().forEach(table -> tables.put(table.name(), table));
        parts.head(head);
        boolean ended = false;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (name.startsWith(SnapshotWriter.HOME)) {
                parts.file(name.substring(SnapshotWriter.HOME.length()), zip);
            } else if (name.startsWith(SnapshotWriter.TABLES)) {
                table(name, zip, parts);
            } else if (name.equals(SnapshotWriter.PICTURES)) {
                pictures(zip, parts);
            } else if (name.equals(SnapshotWriter.END)) {
                refuseUnlessWhole(JSON.readTree(zip.readAllBytes()));
                ended = true;
            }
        }
        if (!ended) {
            throw new SnapshotDamaged("the snapshot has no end");
        }
    }

    private void table(String entry, ZipInputStream zip, SnapshotParts parts) throws IOException {
        String name = entry.substring(SnapshotWriter.TABLES.length(), entry.length() - SnapshotWriter.LINES.length());
        TableShape table = tables.get(name);
        if (table == null) {
            throw new SnapshotDamaged("a table that the head does not know");
        }
        parts.beginTable(table);
        BufferedReader lines = lines(zip);
        long read = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            parts.row(table, RowLine.read(line, table));
            read++;
        }
        parts.endTable(table);
        rows.put(name, read);
    }

    private void pictures(ZipInputStream zip, SnapshotParts parts) throws IOException {
        BufferedReader lines = lines(zip);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            parts.picture(picture(line));
            pictures++;
        }
    }

    static ListedPicture picture(String line) throws IOException {
        try {
            JsonNode picture = JSON.readTree(line);
            return new ListedPicture(
                    picture.required("id").longValue(),
                    picture.required("location").asText(),
                    picture.required("sha256").asText(),
                    picture.required("bytes").longValue(),
                    ListedPicture.Fate.of(picture.required("fate").asText()));
        } catch (IllegalArgumentException incomplete) {
            throw new SnapshotDamaged("a picture's line lacks something", incomplete);
        }
    }

    private static BufferedReader lines(ZipInputStream zip) {
        return new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
    }

    private void refuseUnlessWhole(JsonNode end) throws SnapshotDamaged {
        for (String table : tables.keySet()) {
            if (!rows.containsKey(table) || end.at("/rows/" + table).asLong(-1) != rows.get(table)) {
                throw new SnapshotDamaged("not all rows of " + table);
            }
        }
        if (end.path("pictures").asLong(-1) != pictures) {
            throw new SnapshotDamaged("not all pictures are listed");
        }
    }
}
