package org.medexam.smp.server.webhook;

/** The outcome of one delivery. */
enum DeliveryOutcome {
    /** 2xx in time. */
    DELIVERED,
    /** Another status, or no answer in time. */
    REJECTED,
    /** No connection; the change itself is not the cause. */
    UNREACHABLE,
    /** 410: the receiver wants no more deliveries. */
    GONE
}
