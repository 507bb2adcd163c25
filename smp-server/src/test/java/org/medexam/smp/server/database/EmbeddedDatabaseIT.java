package org.medexam.smp.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded database alone, killed under eight writers. It is never shut down in between: each start recovers what
 * the kill before left, as a server's does. Three kills; {@code -Dsmp.torture.kills=100} for more, which a new version of
 * the database must pass before SMP takes it (docs/durability.md).
 */
class EmbeddedDatabaseIT {

    private static final int DEFAULT_KILLS = 3;
    private static final int MAX_ROWS = 60;
    private static final int MAX_REST_MILLIS = 60;

    private final Set<String> answered = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void noCommitThatWasAnsweredIsLost(@TempDir Path home) throws Exception {
        int kills = Integer.getInteger("smp.torture.kills", DEFAULT_KILLS);
        Random random = new Random(Long.getLong("smp.torture.seed", System.nanoTime()));
        Path data = home.resolve("data");
        try (Connection connection = RowWriter.open(data)) {
            RowWriter.makeTables(connection);
        }
        for (int kill = 1; kill <= kills; kill++) {
            writeUntilKilled(data, random.nextInt(1, MAX_ROWS), random.nextInt(MAX_REST_MILLIS));
            Set<String> lost = new HashSet<>(answered);
            lost.removeAll(rowsIn(data, home.resolve("copy")));
            if (!lost.isEmpty()) {
                faults.add("kill " + kill + ": " + lost.size() + " of " + answered.size() + " rows lost");
                answered.removeAll(lost);
            }
        }
        System.out.println("embedded database: " + kills + " kills, " + answered.size() + " rows answered, "
                + faults.size() + " faults");
        assertThat(faults).isEmpty();
        assertThat(answered).hasSizeGreaterThanOrEqualTo(kills);
    }

    private void writeUntilKilled(Path data, int rows, int rest) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RowWriter.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = writer.inputReader()) {
            int read = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("FAULT")) {
                    faults.add(line);
                } else if (line.startsWith(RowWriter.ROW) && line.length() == RowWriter.LINE) {
                    answered.add(line.substring(RowWriter.ROW.length()));
                    if (++read == rows) {
                        TimeUnit.MILLISECONDS.sleep(rest);
                        writer.destroyForcibly(); // and what was answered until then is still to be read
                    }
                }
            }
        } catch (IOException closedByTheKill) {
            // what was read counts
        }
        writer.waitFor();
    }

    private static Set<String> rowsIn(Path data, Path copy) throws IOException, SQLException {
        Files.createDirectories(copy);
        Path file = copy.resolve("EP.mv.db");
        Files.copy(data.resolve("EP.mv.db"), file);
        Set<String> rows = new HashSet<>();
        try (Connection connection = RowWriter.open(copy);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT name FROM written")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        try (Stream<Path> left = Files.list(copy)) {
            for (Path each : left.toList()) {
                Files.delete(each);
            }
        }
        return rows;
    }
}
