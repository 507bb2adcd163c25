package org.medexam.smp.server.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One submission; immutable. It holds time, address, commitment, pictures and signatures. */
@Entity
@Table(name = "submission")
public class Submission {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "dossier_id")
    private Long dossierId;

    private Instant at;
    private int version;

    @Column(name = "commitment_version")
    private String commitmentVersion;

    private String address;
    private String message;
    private String images;
    private String excused;
    private String signature;
    private String seal;

    protected Submission() {}

    /**
     * @param version of the submitted dossier
     * @param address the candidate's network address
     * @param receipt the candidate's receipt
     * @param images as JSON
     * @param excused as JSON: the missing materials with the candidate's reasons
     */
    Submission(
            long dossierId,
            Instant at,
            int version,
            String commitmentVersion,
            String address,
            Receipt receipt,
            String images,
            String excused) {
        this.dossierId = dossierId;
        this.at = at;
        this.version = version;
        this.commitmentVersion = commitmentVersion;
        this.address = address;
        this.message = receipt.message();
        this.images = images;
        this.excused = excused;
        this.signature = receipt.signature();
        this.seal = receipt.seal();
    }

    Instant at() {
        return at;
    }

    String message() {
        return message;
    }

    String images() {
        return images;
    }

    String excused() {
        return excused;
    }

    String signature() {
        return signature;
    }

    String seal() {
        return seal;
    }
}
