package org.medexam.smp.server.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far a receiver has come, and which node sends to it, until when by the database's clock. */
@Entity
@Table(name = "webhook_progress")
public class WebhookProgress {

    @Id
    private String receiver;

    private long seq;
    private String holder;

    @Column(name = "held_until")
    private Instant heldUntil;

    protected WebhookProgress() {}

    /** At the beginning: a new receiver gets everything that is kept. */
    WebhookProgress(String receiver) {
        this.receiver = receiver;
    }

    /** Every change up to this number was delivered, is kept from this receiver, or stands among the retries. */
    long seq() {
        return seq;
    }
}
