package org.medexam.smp.core.snapshot;

import java.util.Locale;

/**
 * A picture that the snapshot's rows name.
 *
 * @param id the row's number
 * @param location in the store
 * @param sha256 of the file, and its name among the backup's objects
 * @param bytes the file's length
 */
public record ListedPicture(long id, String location, String sha256, long bytes, Fate fate) {

    /** What came of it when the backup was made. */
    public enum Fate {
        /** Among the objects. */
        KEPT,
        /** Destroyed by its owner after the rows were read: a restore leaves its row out. */
        GONE,
        /** Its row is there, its file is not. */
        MISSING,
        /** Its file has another digest. */
        ALTERED,
        /** Its file could not be read. */
        UNREADABLE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Fate of(String word) throws SnapshotDamaged {
            for (Fate fate : values()) {
                if (fate.word().equals(word)) {
                    return fate;
                }
            }
            throw new SnapshotDamaged("no fate of a picture");
        }

        /** Whether the backup lacks something that it should have. */
        public boolean damaged() {
            return this != KEPT && this != GONE;
        }
    }

    public ListedPicture now(Fate other) {
        return new ListedPicture(id, location, sha256, bytes, other);
    }
}
