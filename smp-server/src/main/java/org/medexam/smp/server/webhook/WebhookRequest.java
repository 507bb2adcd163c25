package org.medexam.smp.server.webhook;

import java.time.OffsetDateTime;
import org.medexam.smp.server.central.ChangeView;

/**
 * The body of a delivery, as Standard Webhooks has it.
 *
 * @param type of the change
 * @param timestamp when it happened
 * @param data the change, as {@code GET /changes} shows it
 */
record WebhookRequest(String type, OffsetDateTime timestamp, ChangeView data) {

    static WebhookRequest of(ChangeView change) {
        return new WebhookRequest(change.type(), change.at(), change);
    }
}
