package org.medexam.smp.tool.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.file.Sha256;

/** {@code SHA256SUMS}: the digest of every file of a folder, in the form of {@code sha256sum}. */
public final class Checksums {

    /** The list's own name, beside the files. */
    public static final String NAME = "SHA256SUMS";

    private Checksums() {}

    /** Writes the list for all that lies in the folder now. */
    public static void write(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
        Map<String, String> lines = new TreeMap<>();
        for (Path file : files(folder)) {
            lines.put(name(folder, file), Sha256.of(file));
        }
        AtomicFile.write(
                folder.resolve(NAME),
                lines.entrySet().stream()
                        .map(line -> line.getValue() + "  " + line.getKey() + "\n")
                        .collect(Collectors.joining()));
    }

    /**
     * Compares the folder with its list.
     *
     * @return the names of files that are missing or differ; empty when all is well; files that the list does not name
     *     are not looked at
     */
    public static List<String> faults(Path folder) throws IOException {
        List<String> faults = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(NAME))) {
            String[] parts = line.split("  ", 2);
            Path file = folder.resolve(parts[1]);
            if (!Files.isRegularFile(file) || !Sha256.of(file).equals(parts[0])) {
                faults.add(parts[1]);
            }
        }
        return faults;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
