package org.medexam.smp.server.webhook;

import org.medexam.smp.server.central.Change;

/** Sends changes to one receiver. */
interface WebhookSender {

    /** Sends the change and returns the outcome within 15 s. */
    DeliveryOutcome send(Change change);
}
