package org.medexam.smp.server.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.medexam.smp.core.fact.Facts;

/**
 * One candidate's materials for one exam. SP registers it, or the candidate's first visit does. A new dossier is a draft
 * and keeps the catalogue with which it was created. A later registration replaces exam, site, candidate and facts and
 * keeps the pictures.
 */
@Entity
@Table(name = "dossier")
public class Dossier {

    private static final String TRIAL = "TRIAL";
    private static final String TRIAL_NAME = "部署验收";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String no;
    private int version;
    private String state;
    private String catalogue;

    @Column(name = "exam_year")
    private int examYear;

    @Column(name = "exam_category")
    private String examCategory;

    @Column(name = "exam_name")
    private String examName;

    @Column(name = "site_code")
    private String siteCode;

    @Column(name = "site_name")
    private String siteName;

    @Column(name = "candidate_name")
    private String candidateName;

    @Column(name = "id_type")
    private String idType;

    @Column(name = "id_number")
    private String idNumber;

    private String phone;
    private String facts;
    private String replaces;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "window_opens_at")
    private Instant windowOpensAt;

    @Column(name = "window_closes_at")
    private Instant windowClosesAt;

    @Column(name = "claimed_by")
    private String claimedBy;

    @Column(name = "claimed_name")
    private String claimedName;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    /** Whether the acceptance test created it. Lists omit trials, and a background task removes them. */
    private boolean trial;

    protected Dossier() {}

    /** A new draft. */
    public Dossier(String no, String catalogue, Registration registration, Instant now) {
        this.no = no;
        this.version = 1;
        this.state = DossierState.DRAFT.code();
        this.catalogue = catalogue;
        this.createdAt = now;
        register(registration, now);
    }

    static Dossier trial(String no, String catalogue, Instant now) {
        Registration registration = new Registration(
                new Registration.Exam(now.atOffset(ZoneOffset.UTC).getYear(), TRIAL, TRIAL_NAME),
                new Registration.Site(TRIAL, TRIAL_NAME),
                new Registration.Candidate(TRIAL_NAME, null, null, null),
                Map.of(),
                null);
        Dossier dossier = new Dossier(no, catalogue, registration, now);
        dossier.trial = true;
        return dossier;
    }

    /** Replaces exam, site, candidate and facts by what SP states now. */
    public final void register(Registration registration, Instant now) {
        examYear = registration.exam().year();
        examCategory = registration.exam().category();
        examName = registration.exam().name();
        siteCode = registration.site().code();
        siteName = registration.site().name();
        candidateName = registration.candidate().name();
        idType = registration.candidate().idType();
        idNumber = registration.candidate().idNumber();
        phone = registration.candidate().phone();
        facts = registration.factsAsText();
        replaces = registration.replaces();
        changedAt = now;
    }

    /**
     * Sets the state. Only {@link DossierLifecycle} calls this, after the transition table allowed it.
     *
     * @param due until when returned materials can be mended; null where there is no such time
     */
    void enter(DossierState next, Instant due) {
        state = next.code();
        dueAt = due;
    }

    /** Publishes the result to candidate and SP. */
    public void publish(Instant now) {
        publishedAt = now;
    }

    /**
     * Sets the upload window of a draft, or the due time of a returned dossier.
     *
     * @param opensAt null: the catalogue's
     * @param closesAt null: the catalogue's, or no due time
     */
    public void extend(Instant opensAt, Instant closesAt) {
        if (state() == DossierState.RETURNED) {
            dueAt = closesAt;
        } else {
            windowOpensAt = opensAt;
            windowClosesAt = closesAt;
        }
    }

    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    public boolean isPublished() {
        return publishedAt != null;
    }

    public Optional<Instant> windowOpensAt() {
        return Optional.ofNullable(windowOpensAt);
    }

    public Optional<Instant> windowClosesAt() {
        return Optional.ofNullable(windowClosesAt);
    }

    /** Returns the claim in force at that time. */
    public Optional<Claim> claim(Instant now) {
        return claimedBy != null && claimedUntil.isAfter(now)
                ? Optional.of(new Claim(claimedBy, claimedName, claimedUntil))
                : Optional.empty();
    }

    /** Whether a registration would change nothing. */
    public boolean isRegisteredAs(Registration registration) {
        return exam().equals(registration.exam())
                && site().equals(registration.site())
                && candidate().equals(registration.candidate())
                && facts.equals(registration.factsAsText());
    }

    /** Compares the ID numbers if both have one, otherwise the names. */
    public boolean isOfSamePersonAs(Registration registration) {
        Registration.Candidate other = registration.candidate();
        if (idNumber != null && other.idNumber() != null) {
            return idNumber.equalsIgnoreCase(other.idNumber());
        }
        return candidateName.equals(other.name());
    }

    public Long id() {
        return id;
    }

    public String no() {
        return no;
    }

    public int version() {
        return version;
    }

    public DossierState state() {
        return DossierState.ofCode(state);
    }

    public String catalogue() {
        return catalogue;
    }

    public Registration.Exam exam() {
        return new Registration.Exam(examYear, examCategory, examName);
    }

    public Registration.Site site() {
        return new Registration.Site(siteCode, siteName);
    }

    public Registration.Candidate candidate() {
        return new Registration.Candidate(candidateName, idType, idNumber, phone);
    }

    /** Returns the candidate's name. */
    public String candidateName() {
        return candidateName;
    }

    public Facts facts() {
        return Registration.factsOf(facts);
    }

    public Optional<String> replaces() {
        return Optional.ofNullable(replaces);
    }

    public boolean isTrial() {
        return trial;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
