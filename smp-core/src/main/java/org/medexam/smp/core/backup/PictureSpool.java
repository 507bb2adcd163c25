package org.medexam.smp.core.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.medexam.smp.core.age.AgeIdentity;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.snapshot.ListedPicture;

/**
 * The pictures that the rows name, set down while the rows are read and taken up when the database is free again:
 * years of them do not fit into memory. Sealed to a key that lives in memory alone.
 */
final class PictureSpool implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AgeIdentity passing = AgeIdentity.generate();
    private final Path file;
    private final Writer lines;
    private long count;

    PictureSpool(Path folder) throws IOException {
        file = AtomicFile.temporary(folder);
        lines = new OutputStreamWriter(
                passing.recipient().seal(new BufferedOutputStream(AtomicFile.scratch(file))), StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    interface Taker {
        void take(ListedPicture picture) throws IOException;
    }

    void add(long id, String location, String sha256, long bytes) throws IOException {
        lines.write(JSON.createArrayNode().add(id).add(location).add(sha256).add(bytes) + "\n");
        count++;
    }

    long count() {
        return count;
    }

    /** All of them; nothing can be added after that. */
    void forEach(Taker taker) throws IOException {
        lines.close();
        try (BufferedReader back = new BufferedReader(new InputStreamReader(
                passing.open(new BufferedInputStream(Files.newInputStream(file))), StandardCharsets.UTF_8))) {
            for (String line = back.readLine(); line != null; line = back.readLine()) {
                JsonNode picture = JSON.readTree(line);
                taker.take(new ListedPicture(
                        picture.get(0).longValue(),
                        picture.get(1).textValue(),
                        picture.get(2).textValue(),
                        picture.get(3).longValue(),
                        ListedPicture.Fate.KEPT));
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (lines) {
            Files.deleteIfExists(file);
        }
    }
}
