package org.medexam.smp.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file in a store's root that says to people and to SMP what this folder is. */
record StoreMarker(Path file) {

    private static final Pattern IDENTITY = Pattern.compile("(?m)^identity=([0-9a-f-]{36})\\s*$");

    static StoreMarker in(Path root) {
        return new StoreMarker(root.resolve(Layout.MARKER));
    }

    boolean present() {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Empty when there is no marker, or no folder.
     *
     * @throws IOException when it cannot be read, or names nobody
     */
    Optional<UUID> identity() throws IOException {
        try {
            Matcher line = IDENTITY.matcher(Files.readString(file));
            if (!line.find()) {
                throw new IOException("the store's marker names no identity");
            }
            return Optional.of(UUID.fromString(line.group(1)));
        } catch (NoSuchFileException unmarked) {
            return Optional.empty();
        } catch (IllegalArgumentException noUuid) {
            throw new IOException("the store's marker names no identity", noUuid);
        }
    }

    static byte[] content(UUID identity) throws IOException {
        try (InputStream words = StoreMarker.class.getResourceAsStream(Layout.MARKER)) {
            String text = new String(words.readAllBytes(), StandardCharsets.UTF_8) + "identity=" + identity + "\n";
            // an editor of an older Windows shows all of it on one line otherwise
            return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        }
    }
}
