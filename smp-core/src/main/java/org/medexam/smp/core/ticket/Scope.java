package org.medexam.smp.core.ticket;

import java.time.Duration;

/** What a ticket is for, who may issue it and how long it may live at most (contract §2). */
public enum Scope {
    CANDIDATE(Issuer.SP, Duration.ofHours(2)),
    SP(Issuer.SP, Duration.ofMinutes(15)),
    REVIEWER(Issuer.MP, Duration.ofMinutes(10)),
    MP(Issuer.MP, Duration.ofMinutes(15));

    private final Issuer issuer;
    private final Duration longestLife;

    Scope(Issuer issuer, Duration longestLife) {
        this.issuer = issuer;
        this.longestLife = longestLife;
    }

    public Issuer issuer() {
        return issuer;
    }

    /** The longest allowed {@code exp − iat}. */
    public Duration longestLife() {
        return longestLife;
    }
}
