package org.medexam.smp.tool.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            lines.put(name(folder, file), digest(file));
        }
        Files.writeString(
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
            if (!Files.isRegularFile(file) || !digest(file).equals(parts[0])) {
                faults.add(parts[1]);
            }
        }
        return faults;
    }

    /** SHA-256 in lowercase hexadecimal. */
    public static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 16];
            while (digesting.read(buffer) >= 0) {
                // the digest is all there is to take
            }
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
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
