package org.medexam.smp.server.webhook;

import org.medexam.smp.server.central.Change;

/** The way to one receiver. */
interface Line {

    /** Sends the change once, and says within some 20 s what became of it. */
    Outcome send(Change change);
}
