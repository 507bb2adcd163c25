package org.medexam.smp.server.it;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for many long byte sequences at once. */
final class ByteSearch {

    private record Wanted(String name, byte[] bytes) {}

    /** Most places of most files are ruled out by one bit. */
    private static final int BITS = 1 << 22;

    private final BitSet perhaps = new BitSet(BITS);

    /** By the first eight bytes. */
    private final Map<Long, List<Wanted>> wanted = new HashMap<>();

    /** @param bytes eight or more */
    synchronized void add(String name, byte[] bytes) {
        long begin = ByteBuffer.wrap(bytes).getLong();
        perhaps.set(bit(begin));
        wanted.computeIfAbsent(begin, head -> new ArrayList<>()).add(new Wanted(name, bytes));
    }

    /** The names of what is in there. */
    synchronized List<String> in(byte[] content) {
        List<String> found = new ArrayList<>();
        long head = 0;
        for (int i = 0; i < content.length; i++) {
            head = head << 8 | content[i] & 0xFF;
            if (i >= Long.BYTES - 1 && perhaps.get(bit(head))) {
                int begin = i - Long.BYTES + 1;
                wanted.getOrDefault(head, List.of()).stream()
                        .filter(each -> begin + each.bytes().length <= content.length
                                && Arrays.equals(
                                        each.bytes(),
                                        0,
                                        each.bytes().length,
                                        content,
                                        begin,
                                        begin + each.bytes().length))
                        .forEach(each -> found.add(each.name()));
            }
        }
        return found;
    }

    private static int bit(long head) {
        return (int) (head * 0x9E3779B97F4A7C15L >>> 42);
    }

    /** What is in the files below a folder; a file that vanishes meanwhile is passed over. */
    List<String> below(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                in(Files.readAllBytes(file)).forEach(name -> found.add(name + " in " + file));
            } catch (IOException vanished) {
                continue;
            }
        }
        return found;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.find(folder, Integer.MAX_VALUE, (path, is) -> is.isRegularFile())) {
            return all.toList();
        } catch (java.io.UncheckedIOException vanished) {
            return files(folder);
        }
    }
}
