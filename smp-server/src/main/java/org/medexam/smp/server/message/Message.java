package org.medexam.smp.server.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** A message to the candidate, from the system or a reviewer (H2). */
@Entity
@Table(name = "message")
public class Message {

    /** The sender. */
    public enum Sender {
        SYSTEM,
        SITE,
        DISTRICT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "dossier_id")
    private Long dossierId;

    private Instant at;
    private String sender;
    private String text;
    private boolean held;

    protected Message() {}

    /** @param held whether the candidate sees it only after the results are published */
    public Message(long dossierId, Instant at, Sender sender, String text, boolean held) {
        this.dossierId = dossierId;
        this.at = at;
        this.sender = sender.name().toLowerCase(Locale.ROOT);
        this.text = text;
        this.held = held;
    }

    public Instant at() {
        return at;
    }

    public String sender() {
        return sender;
    }

    public String text() {
        return text;
    }

    public boolean held() {
        return held;
    }
}
