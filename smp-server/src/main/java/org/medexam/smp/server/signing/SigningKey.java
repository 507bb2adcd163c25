package org.medexam.smp.server.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key with its private half; the newest one signs, all of them are told by {@code GET /keys}. */
@Entity
@Table(name = "signing_key")
public class SigningKey {

    @Id
    private String kid;

    @Column(name = "private_jwk")
    private String privateJwk;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SigningKey() {}

    SigningKey(String kid, String privateJwk, Instant now) {
        this.kid = kid;
        this.privateJwk = privateJwk;
        this.createdAt = now;
    }

    String privateJwk() {
        return privateJwk;
    }
}
