package org.medexam.smp.core.ticket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One issuer's JWK set in a file that may change while we run: it is looked at again at most once a second, and read
 * again when its time, length or place on the disk differs. A file that is gone or broken changes nothing: the keys
 * of the last good one stay, and the fault is told once.
 */
public final class JwksFile {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Path file;
    private final Consumer<String> faults;
    private Map<String, TrustedKey> keys = Map.of();
    private Optional<Version> version = Optional.empty();
    private String told = "";
    private Instant lastLook = Instant.EPOCH;

    /** What tells two versions of the file apart without reading it. */
    private record Version(FileTime changed, long bytes, Optional<String> identity) {
        static Version of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(
                    attributes.lastModifiedTime(),
                    attributes.size(),
                    Optional.ofNullable(attributes.fileKey()).map(Objects::toString));
        }
    }

    /**
     * Reads the file.
     *
     * @param file need not be there yet
     * @param faults told what is wrong with the file, once per version, in English, for the log; names no key
     */
    public JwksFile(Path file, Consumer<String> faults) {
        this.file = file;
        this.faults = faults;
        look();
    }

    /** The key of that name, if the file has it. */
    public synchronized Optional<TrustedKey> find(String kid, Instant now) {
        return Optional.ofNullable(current(now).get(kid));
    }

    synchronized boolean holds(PublicKey key, Instant now) {
        return current(now).values().stream().anyMatch(trusted -> trusted.key().equals(key));
    }

    private Map<String, TrustedKey> current(Instant now) {
        if (Duration.between(lastLook, now).abs().compareTo(LOOK_EVERY) >= 0) {
            lastLook = now;
            look();
        }
        return keys;
    }

    private void look() {
        try {
            Version seen = Version.of(file);
            if (version.filter(seen::equals).isEmpty()) {
                take(Files.readString(file));
                version = Optional.of(seen);
            }
        } catch (IOException unreadable) {
            // looked at again until it can be read: rights may change without a trace in time and length
            version = Optional.empty();
            tell("cannot be read");
        }
    }

    private void take(String content) {
        told = "";
        try {
            Jwks read = Jwks.parse(content);
            keys = read.keys();
            read.ignored().forEach(reason -> faults.accept(file + ": " + reason));
        } catch (Jwks.Broken broken) {
            tell(broken.getMessage());
        }
    }

    private void tell(String reason) {
        if (!told.equals(reason)) {
            told = reason;
            faults.accept(file + ": " + reason + "; the keys known before stay in use");
        }
    }
}
