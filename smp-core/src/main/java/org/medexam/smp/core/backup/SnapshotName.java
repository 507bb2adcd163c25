package org.medexam.smp.core.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a backup is called: when it began, in UTC, and something that no other one has. Sorts by time.
 *
 * @param text {@code 20210115T180000Z-1a2b3c4d}
 */
public record SnapshotName(String text) implements Comparable<SnapshotName> {

    static final String SEALED = ".age";
    static final String OBJECTS = ".objects";

    private static final Pattern FORM = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    public SnapshotName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a snapshot's name: " + text);
        }
    }

    static SnapshotName at(Instant now) {
        return new SnapshotName(
                TIME.format(now) + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** Of a file with that ending; empty for other files. */
    static Optional<SnapshotName> of(String fileName, String ending) {
        String text = fileName.endsWith(ending) ? fileName.substring(0, fileName.length() - ending.length()) : "";
        return FORM.matcher(text).matches() ? Optional.of(new SnapshotName(text)) : Optional.empty();
    }

    @Override
    public int compareTo(SnapshotName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
