package org.medexam.smp.core.store;

import java.util.Collection;
import java.util.Set;

/** Tells which files have a row in the database. */
@FunctionalInterface
public interface KnownLocations {

    /**
     * @param locations at most {@link OrphanSweep#BATCH}
     * @return those of them that a picture's row names
     */
    Set<String> among(Collection<String> locations);
}
