package org.medexam.smp.server.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One entry of the audit trail. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Instant at;
    private String actor;

    @Column(name = "actor_scope")
    private String actorScope;

    private String action;

    @Column(name = "dossier_no")
    private String dossierNo;

    private String subject;
    private String address;

    protected AuditEntry() {}

    AuditEntry(
            Instant at,
            String actor,
            String actorScope,
            String action,
            String dossierNo,
            String subject,
            String address) {
        this.at = at;
        this.actor = actor;
        this.actorScope = actorScope;
        this.action = action;
        this.dossierNo = dossierNo;
        this.subject = subject;
        this.address = address;
    }
}
