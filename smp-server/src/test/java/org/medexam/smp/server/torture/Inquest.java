package org.medexam.smp.server.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.medexam.smp.server.it.Api;
import org.medexam.smp.server.it.DrawnPicture;

/** After the restart: is everything there that was answered, and nothing that is half? */
final class Inquest {

    private final Path store;
    private final Map<String, Row> rows;
    private final Api api;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Set<String>> listed = new HashMap<>();
    private int fetched;
    private int orphans;
    private int temporaries;

    /** @param rows as they lay in the database's file after the kill */
    Inquest(Path store, Map<String, Row> rows, Api api) {
        this.store = store;
        this.rows = rows;
        this.api = api;
    }

    void judge(List<Ledger.Entry> entries) {
        for (Ledger.Entry entry : entries) {
            switch (entry.fate()) {
                case KEPT -> mustBeThere(entry);
                case REMOVED -> mustBeGone(entry);
                case UNSURE -> {
                    if (rows.containsKey(entry.id())) {
                        mustBeThere(entry);
                    } else {
                        mustBeGone(entry);
                    }
                }
            }
        }
    }

    private void mustBeThere(Ledger.Entry entry) {
        Row row = rows.get(entry.id());
        Api.Answer answer = api.get("/v1/images/" + entry.id(), api.mpToken());
        fetched++;
        if (row == null) {
            violations.add("answered and without a record: " + entry);
        } else if (answer.status() != 200) {
            violations.add("answered " + answer.status() + ": " + entry);
        } else if (!DrawnPicture.sha256(answer.bytes()).equals(row.keptSha256())) {
            violations.add("served with another digest: " + entry);
        }
        if (!listed.computeIfAbsent(entry.dossier(), this::imagesOf).contains(entry.id())) {
            violations.add("not listed by its dossier: " + entry);
        }
    }

    private void mustBeGone(Ledger.Entry entry) {
        if (rows.containsKey(entry.id())
                || api.get("/v1/images/" + entry.id(), api.mpToken()).status() != 404
                || listed.computeIfAbsent(entry.dossier(), this::imagesOf).contains(entry.id())) {
            violations.add("removed and still there: " + entry);
        }
    }

    private Set<String> imagesOf(String dossier) {
        Set<String> ids = new HashSet<>();
        JsonNode materials =
                api.get("/v1/dossiers/" + dossier, api.mpToken()).json().get("materials");
        materials.forEach(material -> ids.addAll(material.get("images").findValuesAsText("id")));
        return ids;
    }

    /** Every file under a final name is a record's, bit for bit, or a whole picture without one; every record has its file. */
    void judgeFiles() throws IOException {
        Map<String, Row> byLocation = new HashMap<>();
        rows.values().forEach(row -> byLocation.put(row.location(), row));
        for (Path file : files()) {
            String location = store.relativize(file).toString().replace('\\', '/');
            if (location.endsWith(".tmp")) {
                temporaries++;
                mustNotBeServed(file);
            } else if (location.endsWith(".jpg") || location.endsWith(".png")) {
                judgeFile(location, Files.readAllBytes(file), byLocation.remove(location));
            }
        }
        byLocation.keySet().forEach(missing -> violations.add("a record without its file: " + missing));
    }

    private void judgeFile(String location, byte[] bytes, Row row) {
        if (row != null) {
            if (!DrawnPicture.sha256(bytes).equals(row.keptSha256())) {
                violations.add("a file that is not what its record says: " + location);
            }
        } else if (isWhole(bytes)) {
            orphans++;
        } else {
            violations.add("half a file under a final name: " + location);
        }
    }

    /** A JPEG that ends as one (T.81 B.2.1: EOI) and that can be decoded to its last line. */
    private static boolean isWhole(byte[] bytes) {
        try {
            return bytes.length > 2
                    && (bytes[bytes.length - 2] & 0xFF) == 0xFF
                    && (bytes[bytes.length - 1] & 0xFF) == 0xD9
                    && ImageIO.read(new ByteArrayInputStream(bytes)) != null;
        } catch (IOException notWhole) {
            return false;
        }
    }

    private void mustNotBeServed(Path temporary) {
        String id = temporary.getFileName().toString().replaceAll("^\\.|\\.(jpg|png)\\.tmp$", "");
        if (!rows.containsKey(id) && api.get("/v1/images/" + id, api.mpToken()).status() != 404) {
            violations.add("a temporary file is served: " + temporary);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(store)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    List<String> violations() {
        return violations;
    }

    int fetched() {
        return fetched;
    }

    int orphans() {
        return orphans;
    }

    int temporaries() {
        return temporaries;
    }
}
