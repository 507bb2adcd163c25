package org.medexam.smp.server.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Optional;

/** A review's verdict on one material. A material without a mark follows the dossier's state. */
@Entity
@Table(name = "material_mark")
public class MaterialMark {

    /** The verdict. */
    public enum Kind {
        /** Returned: the candidate may change it. */
        RETURNED,
        /** Not returned, but open until the next submission: OTHER, and materials that later facts require. */
        OPENED,
        /** Accepted: it stays locked while the candidate changes other materials. */
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
