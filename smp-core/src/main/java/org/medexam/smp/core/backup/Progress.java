package org.medexam.smp.core.backup;

/** Is told how far long work has come, often. */
@FunctionalInterface
public interface Progress {

    /** What is being done. */
    enum Phase {
        /** Rows are read or written. */
        ROWS,
        /** Pictures are copied or compared. */
        PICTURES,
        /** Files are looked at that no row may know. */
        FILES,
        /** Old backups are removed. */
        TIDYING
    }

    /** @param total 0 where nobody knows */
    void at(Phase phase, long done, long total);
}
