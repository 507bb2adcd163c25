package org.medexam.smp.core.store;

import java.util.Optional;
import java.util.UUID;

/**
 * Whether a database and a store belong together; decided at every start, before the first picture is written and
 * before anything is swept.
 */
public sealed interface StoreBond {

    /** The same identity stands in both. */
    record Belongs(UUID identity) implements StoreBond {}

    /** Both are new: give both the same new identity. */
    record FirstStart() implements StoreBond {}

    /**
     * One has this identity and the other none, yet neither has a picture: a first start that was cut short, or a fresh
     * start beside an empty other half. Give it to the other one too.
     */
    record Unfinished(UUID identity) implements StoreBond {}

    /** They do not belong together, or nobody can tell: write nothing and sweep nothing. */
    record Foreign(Reason reason) implements StoreBond {}

    /** Why not, so that whoever reads it knows what to look at. */
    enum Reason {
        /** Each has an identity, and they differ. */
        OTHER_STORE,
        /** The database has an identity (or pictures), the store has no marker: a disk that is not mounted? */
        STORE_UNMARKED,
        /** The store has an identity, the database none: a new or another database beside a store in use. */
        DATABASE_UNMARKED,
        /** Neither has an identity, but the store holds pictures that the database cannot know. */
        PICTURES_OF_UNKNOWN_ORIGIN
    }

    /**
     * @param inDatabase the identity that the database remembers
     * @param inStore the identity on the store's marker
     * @param databaseHasPictures whether the database has a row of any picture
     * @param storeHoldsPictures whether the store has a file of any picture
     */
    static StoreBond between(
            Optional<UUID> inDatabase,
            Optional<UUID> inStore,
            boolean databaseHasPictures,
            boolean storeHoldsPictures) {
        if (inDatabase.isPresent() && inStore.isPresent()) {
            return inDatabase.equals(inStore) ? new Belongs(inStore.get()) : new Foreign(Reason.OTHER_STORE);
        }
        boolean nothingToLose = !databaseHasPictures && !storeHoldsPictures;
        if (inDatabase.isPresent()) {
            return nothingToLose ? new Unfinished(inDatabase.get()) : new Foreign(Reason.STORE_UNMARKED);
        }
        if (inStore.isPresent()) {
            return nothingToLose ? new Unfinished(inStore.get()) : new Foreign(Reason.DATABASE_UNMARKED);
        }
        if (storeHoldsPictures) {
            return new Foreign(Reason.PICTURES_OF_UNKNOWN_ORIGIN);
        }
        return databaseHasPictures ? new Foreign(Reason.STORE_UNMARKED) : new FirstStart();
    }
}
