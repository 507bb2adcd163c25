package org.medexam.smp.server.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One review; immutable. It holds reviewer, time, decision and the digests of all reviewed pictures. */
@Entity
@Table(name = "review")
public class Review {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "dossier_id")
    private Long dossierId;

    private Instant at;
    private int version;
    private String stage;
    private String decision;
    private String problem;
    private String opinion;
    private String feedback;
    private String materials;

    @Column(name = "due_at")
    private Instant dueAt;

    private String reviewer;

    @Column(name = "reviewer_name")
    private String reviewerName;

    private String via;
    private String images;

    protected Review() {}

    /**
     * @param materials as JSON: the returned materials with reasons
     * @param dueAt null: no due time
     * @param by the reviewer
     * @param images as JSON: material, id and both digests of each picture that counted
     */
    Review(
            long dossierId,
            Instant at,
            ReviewRequest request,
            String materials,
            Instant dueAt,
            Judge by,
            String images) {
        this.dossierId = dossierId;
        this.at = at;
        this.version = request.version();
        this.stage = request.stage().code();
        this.decision = request.decision().code();
        this.problem = request.problemOrDefault() == null
                ? null
                : request.problemOrDefault().code();
        this.opinion = request.opinion();
        this.feedback = request.feedback();
        this.materials = materials;
        this.dueAt = dueAt;
        this.reviewer = by.account();
        this.reviewerName = by.name();
        this.via = by.via();
        this.images = images;
    }

    /**
     * The reviewer.
     *
     * @param name null if not given
     * @param via the source of the review: {@code reviewer} or {@code mp}
     */
    record Judge(String account, String name, String via) {}

    Judge by() {
        return new Judge(reviewer, reviewerName, via);
    }

    Instant at() {
        return at;
    }

    int version() {
        return version;
    }

    String stage() {
        return stage;
    }

    String decision() {
        return decision;
    }

    String problem() {
        return problem;
    }

    String opinion() {
        return opinion;
    }

    String feedback() {
        return feedback;
    }

    String materials() {
        return materials;
    }

    Instant dueAt() {
        return dueAt;
    }

    String images() {
        return images;
    }
}
