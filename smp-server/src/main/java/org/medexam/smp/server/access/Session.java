package org.medexam.smp.server.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.medexam.smp.core.ticket.ReviewerRole;

/** A session that was opened with a ticket or a password. */
@Entity
@Table(name = "session")
public class Session {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "token_sha256")
    private String tokenSha256;

    private String scope;
    private String subject;

    @Column(name = "display_name")
    private String displayName;

    private String role;

    @Column(name = "site_code")
    private String siteCode;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "idle_until")
    private Instant idleUntil;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Session() {}

    Session(String tokenSha256, Caller caller, Long accountId, Instant idleUntil, Instant expiresAt) {
        this.tokenSha256 = tokenSha256;
        this.scope = caller.kind().name().toLowerCase(Locale.ROOT).replace("account_", "");
        this.subject = caller.subject();
        this.accountId = accountId;
        this.idleUntil = idleUntil;
        this.expiresAt = expiresAt;
        if (caller instanceof Caller.Reviewer reviewer) {
            this.displayName = reviewer.displayName();
            this.role = reviewer.role().name();
            this.siteCode = reviewer.site().orElse(null);
        }
        if (caller instanceof Caller.AccountKeeper keeper) {
            this.displayName = keeper.displayName();
        }
    }

    public Caller caller() {
        return switch (scope) {
            case "candidate" -> new Caller.Candidate(subject, Optional.empty());
            case "reviewer" ->
                new Caller.Reviewer(subject, displayName, ReviewerRole.valueOf(role), Optional.ofNullable(siteCode));
            case "keeper" -> new Caller.AccountKeeper(subject, displayName);
            default -> throw new IllegalStateException("a session of scope " + scope);
        };
    }

    boolean isValidAt(Instant now) {
        return now.isBefore(idleUntil) && now.isBefore(expiresAt);
    }

    Instant idleUntil() {
        return idleUntil;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    void idleUntil(Instant later) {
        this.idleUntil = later;
    }
}
