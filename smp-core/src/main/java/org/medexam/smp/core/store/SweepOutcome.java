package org.medexam.smp.core.store;

/** What came of an {@link OrphanSweep}. */
public sealed interface SweepOutcome {

    /**
     * @param movedAside orphans that now lie in today's side folder
     * @param removedAside files that went with side folders older than 30 days
     * @param removedTemporary left-over temporary files that were removed
     */
    record Swept(int movedAside, int removedAside, int removedTemporary) implements SweepOutcome {}

    /**
     * So many files without a row mean the wrong database rather than orphans: nothing was touched.
     *
     * @param orphans files without a row, past the grace time
     * @param files all pictures in the store
     */
    record TooManyOrphans(long orphans, long files) implements SweepOutcome {}
}
