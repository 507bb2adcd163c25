package org.medexam.smp.server.picture;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/** The secret that signs picture links, shared by all nodes through the database. */
@Entity
@Table(name = "link_key")
public class LinkKey {

    static final int ONLY = 1;
    private static final int BYTES = 32;

    @Id
    private int id;

    private String secret;

    @Column(name = "created_at")
    private Instant createdAt;

    protected LinkKey() {}

    static LinkKey random(Instant now) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        LinkKey key = new LinkKey();
        key.id = ONLY;
        key.secret = HexFormat.of().formatHex(bytes);
        key.createdAt = now;
        return key;
    }

    byte[] secret() {
        return HexFormat.of().parseHex(secret);
    }
}
