package org.medexam.smp.server.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.medexam.smp.core.password.PasswordHash;
import org.medexam.smp.core.ticket.ReviewerRole;
import org.medexam.smp.server.access.Caller;

/** An account of a reviewer or account keeper. Too many failed logins lock it for a while. */
@Entity
@Table(name = "account")
public class Account {

    private static final int MAX_FAILURES = 10;
    private static final Duration LOCK_DURATION = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private String passwordHash;

    private String role;

    @Column(name = "site_code")
    private String siteCode;

    private boolean disabled;
    private int failures;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Account() {}

    public Long id() {
        return id;
    }

    PasswordHash password() {
        return new PasswordHash(passwordHash);
    }

    boolean mayLogIn(Instant now) {
        return !disabled && (lockedUntil == null || !now.isBefore(lockedUntil));
    }

    void failed(Instant now) {
        failures++;
        if (failures >= MAX_FAILURES) {
            lockedUntil = now.plus(LOCK_DURATION);
            failures = 0;
        }
    }

    void succeeded() {
        failures = 0;
        lockedUntil = null;
    }

    public Caller caller() {
        return role.equals("keeper")
                ? new Caller.AccountKeeper(username, displayName)
                : new Caller.Reviewer(
                        username,
                        displayName,
                        role.equals("site") ? ReviewerRole.SITE : ReviewerRole.DISTRICT,
                        Optional.ofNullable(siteCode));
    }
}
