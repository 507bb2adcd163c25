package org.medexam.smp.core.ticket;

/** For whom a reviewer reviews. */
public enum ReviewerRole {
    /** 考点 */
    SITE,
    /** 考区 */
    DISTRICT
}
