package org.medexam.smp.core.ticket;

/** Who signs tickets. */
public enum Issuer {
    /** The candidate service system. */
    SP,
    /** The examination management system. */
    MP
}
