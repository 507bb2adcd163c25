package org.medexam.smp.server.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Optional;

/** What a review said about one material of a dossier; without one, the dossier's state says it all. */
@Entity
@Table(name = "material_mark")
public class MaterialMark {

    /** What was said. */
    public enum Kind {
        /** Sent back: the candidate may change it. */
        RETURNED,
        /** Not sent back itself, and open beside what was: OTHER, and what later facts demand. */
        OPENED,
        /** In order: it stays locked while other materials are mended. */
        ACCEPTED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "dossier_id")
    private Long dossierId;

    @Column(name = "material_code")
    private String materialCode;

    private String mark;
    private String reason;

    protected MaterialMark() {}

    /** @param reason for the candidate; null where there is none */
    public MaterialMark(long dossierId, String materialCode, Kind kind, String reason) {
        this.dossierId = dossierId;
        this.materialCode = materialCode;
        this.mark = kind.name().toLowerCase(Locale.ROOT);
        this.reason = reason;
    }

    public String materialCode() {
        return materialCode;
    }

    public Kind kind() {
        return Kind.valueOf(mark.toUpperCase(Locale.ROOT));
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public boolean opens() {
        return kind() != Kind.ACCEPTED;
    }
}
