package org.medexam.smp.server.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A reviewer's ticket that has been exchanged for a session. */
@Entity
@Table(name = "used_ticket")
public class UsedTicket {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String issuer;
    private String jti;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected UsedTicket() {}

    UsedTicket(String issuer, String jti, Instant expiresAt) {
        this.issuer = issuer;
        this.jti = jti;
        this.expiresAt = expiresAt;
    }
}
