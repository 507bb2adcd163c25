package org.medexam.smp.server.central;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One thing that happened to a dossier; written in the transaction in which it happened, and never altered. */
@Entity
@Table(name = "change_entry")
public class Change {

    @Id
    private long seq;

    private Instant at;
    private String type;

    @Column(name = "dossier_no")
    private String dossierNo;

    @Column(name = "site_code")
    private String siteCode;

    private String details;

    protected Change() {}

    /** @param details further members as a JSON object */
    Change(long seq, Instant at, ChangeType type, String dossierNo, String siteCode, String details) {
        this.seq = seq;
        this.at = at;
        this.type = type.code();
        this.dossierNo = dossierNo;
        this.siteCode = siteCode;
        this.details = details;
    }

    public long seq() {
        return seq;
    }

    public Instant at() {
        return at;
    }

    public ChangeType type() {
        return ChangeType.ofCode(type);
    }

    public String dossierNo() {
        return dossierNo;
    }

    public String siteCode() {
        return siteCode;
    }

    String details() {
        return details;
    }
}
