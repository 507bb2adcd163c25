package org.medexam.smp.server.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A change that a receiver did not take yet, or that waits behind an earlier one of its dossier. */
@Entity
@Table(name = "webhook_retry")
public class WebhookRetry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String receiver;
    private long seq;

    @Column(name = "dossier_no")
    private String dossierNo;

    private int attempts;

    @Column(name = "next_at")
    private Instant nextAt;

    protected WebhookRetry() {}

    WebhookRetry(String receiver, long seq, String dossierNo, int attempts, Instant nextAt) {
        this.receiver = receiver;
        this.seq = seq;
        this.dossierNo = dossierNo;
        this.attempts = attempts;
        this.nextAt = nextAt;
    }

    Long id() {
        return id;
    }

    long seq() {
        return seq;
    }

    String dossierNo() {
        return dossierNo;
    }

    /** How often it was tried in vain; 0 when it only waits behind another. */
    int attempts() {
        return attempts;
    }

    Instant nextAt() {
        return nextAt;
    }
}
