package org.medexam.smp.core.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.medexam.smp.core.file.AppendFile;
import org.medexam.smp.core.file.AtomicFile;

/**
 * Where a verification is and what it found so far, on the disk: {@code data/verify-state.json} and {@code
 * data/verify-findings.jsonl}. The state is written after the findings and knows how many bytes of them count, so
 * that a cut in between repeats a few and loses none.
 */
public final class VerifyRecord {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path state;
    private final Path findings;

    /** @param home SMP_HOME */
    public VerifyRecord(Path home) {
        Path data = home.resolve("data");
        this.state = data.resolve("verify-state.json");
        this.findings = data.resolve("verify-findings.jsonl");
    }

    /**
     * @param row the last row that was looked at
     * @param rows how many were
     * @param file the last file that was looked at, once all rows were
     * @param files how many were
     * @param findingsBytes how long the findings are
     * @param finished whether that was all
     */
    record Position(long row, long rows, Optional<String> file, long files, long findingsBytes, boolean finished) {

        static final Position BEGINNING = new Position(Long.MIN_VALUE, 0, Optional.empty(), 0, 0, false);

        Position afterRows(long last, int more) {
            return new Position(last, rows + more, file, files, findingsBytes, finished);
        }

        Position afterFiles(String last, int more) {
            return new Position(row, rows, Optional.of(last), files + more, findingsBytes, finished);
        }

        Position end() {
            return new Position(row, rows, file, files, findingsBytes, true);
        }

        private Position with(long bytes) {
            return new Position(row, rows, file, files, bytes, finished);
        }
    }

    /** Where to go on: behind the last one's end is the beginning. */
    Position begin(boolean restart) throws IOException {
        Position last = restart ? Position.BEGINNING : position();
        Position from = last.finished() ? Position.BEGINNING : last;
        Files.createDirectories(state.getParent());
        AppendFile.truncate(findings, from.findingsBytes());
        return from;
    }

    private Position position() {
        try {
            JsonNode at = JSON.readTree(Files.readAllBytes(state));
            return new Position(
                    at.path("row").asLong(Long.MIN_VALUE),
                    at.path("rows").asLong(),
                    Optional.ofNullable(at.get("file")).map(JsonNode::asText),
                    at.path("files").asLong(),
                    at.path("findingsBytes").asLong(),
                    at.path("finished").asBoolean());
        } catch (IOException noneOrDamaged) {
            return Position.BEGINNING;
        }
    }

    Position add(List<PictureFinding> found, Position position) throws IOException {
        AppendFile.append(findings, found.stream().map(PictureFinding::line).toList());
        Position now = position.with(Files.size(findings));
        ObjectNode at = JSON.createObjectNode()
                .put("row", now.row())
                .put("rows", now.rows())
                .put("files", now.files())
                .put("findingsBytes", now.findingsBytes())
                .put("finished", now.finished());
        now.file().ifPresent(file -> at.put("file", file));
        AtomicFile.write(state, at.toString());
        return now;
    }

    /** What the last verification found, or the one under way so far. */
    public List<PictureFinding> findings() throws IOException {
        List<PictureFinding> all = new ArrayList<>();
        if (Files.exists(findings)) {
            try (Stream<String> lines = Files.lines(findings)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    all.add(PictureFinding.of(line));
                }
            }
        }
        return all;
    }
}
