package org.medexam.smp.server.access;

/** The kinds of callers that {@link Access} can permit. */
public enum CallerKind {
    ANYONE,
    CANDIDATE,
    REVIEWER,
    ACCOUNT_KEEPER,
    SP,
    MP,
    /** The configuration tool on the same machine. */
    CONTROL,
    /** SMP itself, when a deadline has passed; it calls no method. */
    SYSTEM
}
