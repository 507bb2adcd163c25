package org.medexam.smp.server.webhook;

/** Another node holds the lease of this receiver now. */
class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    LeaseLost(String receiver) {
        super("another node sends to " + receiver);
    }
}
