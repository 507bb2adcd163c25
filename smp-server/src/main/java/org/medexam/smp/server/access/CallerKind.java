package org.medexam.smp.server.access;

/** The kinds of callers that a method can name. */
public enum CallerKind {
    ANYONE,
    CANDIDATE,
    REVIEWER,
    ACCOUNT_KEEPER,
    SP,
    MP,
    /** The tool on this machine. */
    CONTROL,
    /** SMP itself, when a deadline has passed; calls no method. */
    SYSTEM
}
