package org.medexam.smp.server.webhook;

import org.medexam.smp.server.central.Change;

/** The way to one receiver. */
interface WebhookSender {

    /** Sends the change, and says within 15 s what became of it. */
    Outcome send(Change change);
}
