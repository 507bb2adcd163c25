package org.medexam.smp.core.store;

/**
 * A picture that is kept.
 *
 * @param location path inside the store, with {@code /} on every system; what the picture's row remembers
 * @param bytes length of the file
 * @param sha256 of the file, 64 lower-case hex digits
 */
public record StoredFile(String location, long bytes, String sha256) {}
