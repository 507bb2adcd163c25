package org.medexam.smp.server.webhook;

/** What became of one delivery. */
enum Outcome {
    /** 2xx in time. */
    DELIVERED,
    /** Another answer, or none in time: perhaps this change's fault, perhaps the receiver's. */
    REFUSED,
    /** Nobody is there, which says nothing about the change. */
    UNREACHABLE,
    /** 410: this receiver wants no more. */
    GONE
}
