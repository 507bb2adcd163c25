package org.medexam.smp.server.dossier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.ticket.ReviewerRole;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.database.Transactions;

/** Repository of the dossiers, with the check of who may see which. */
@Singleton
public class Dossiers {

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    Dossiers(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<Dossier> find(String no) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery("SELECT d FROM Dossier d WHERE d.no = :no", Dossier.class)
                .setParameter("no", no)
                .getResultStream()
                // SQL Server ignores trailing blanks in comparisons
                .filter(found -> found.no().equals(no))
                .findFirst());
    }

    Optional<Dossier> find(long id) {
        return transactions.inTransaction(
                () -> Optional.ofNullable(transactions.entityManager().find(Dossier.class, id)));
    }

    /** @throws Refusal {@code NOT_FOUND} if the dossier does not exist or the caller may not see it */
    public Dossier visibleTo(Caller caller, String no) {
        return seenBy(caller, find(no));
    }

    /** @throws Refusal {@code NOT_FOUND} if the dossier does not exist or the caller may not see it */
    public Dossier visibleTo(Caller caller, long id) {
        return seenBy(caller, find(id));
    }

    private static Dossier seenBy(Caller caller, Optional<Dossier> dossier) {
        return dossier.filter(found -> sees(caller, found))
                .orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "no dossier that this caller may see"));
    }

    private static boolean sees(Caller caller, Dossier dossier) {
        if (caller instanceof Caller.Candidate candidate) {
            return candidate.dossierNo().equals(dossier.no());
        }
        if (dossier.isTrial()) {
            return false;
        }
        if (caller instanceof Caller.Reviewer reviewer) {
            return reviewer.role() == ReviewerRole.DISTRICT
                    || reviewer.site().equals(Optional.of(dossier.site().code()));
        }
        return caller instanceof Caller.CentralSystem;
    }

    /**
     * Increments the dossier's version and locks its row until the transaction ends. It uses an UPDATE because that locks
     * the row on every supported database.
     */
    public Dossier lock(long id) {
        transactions
                .entityManager()
                .createQuery("UPDATE Dossier d SET d.version = d.version + 1, d.changedAt = :now WHERE d.id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
        return transactions
                .entityManager()
                .createQuery("SELECT d FROM Dossier d WHERE d.id = :id", Dossier.class)
                .setParameter("id", id)
                .setHint("eclipselink.refresh", true) // an entity read before the lock may be stale
                .getSingleResult();
    }

    /**
     * Claims the dossier for a reviewer, or renews the claim. The dossier's version does not change.
     *
     * @return false if another reviewer's claim is in force
     */
    public boolean claim(long id, Claim claim) {
        return transactions
                        .entityManager()
                        .createQuery("UPDATE Dossier d SET d.claimedBy = :by, d.claimedName = :name,"
                                + " d.claimedUntil = :until WHERE d.id = :id AND (d.claimedBy IS NULL"
                                + " OR d.claimedBy = :by OR d.claimedUntil <= :now)")
                        .setParameter("by", claim.account())
                        .setParameter("name", claim.name())
                        .setParameter("until", claim.until())
                        .setParameter("now", clock.instant())
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Ends the reviewer's claim, if that reviewer has one. */
    public void unclaim(long id, String account) {
        transactions
                .entityManager()
                .createQuery("UPDATE Dossier d SET d.claimedBy = NULL, d.claimedName = NULL, d.claimedUntil = NULL"
                        + " WHERE d.id = :id AND d.claimedBy = :by")
                .setParameter("by", account)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Returns an existing dossier. */
    public Dossier byId(long id) {
        return find(id).orElseThrow();
    }

    /** Ids of dossiers in that state whose due time is not after {@code now}. */
    public List<Long> due(DossierState state, Instant now, int limit) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery(
                        "SELECT d.id FROM Dossier d WHERE d.state = :state AND d.dueAt <= :now ORDER BY d.id",
                        Long.class)
                .setParameter("state", state.code())
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList());
    }

    /** Ids of dossiers in that state that are greater than {@code after}. */
    public List<Long> inState(DossierState state, long after, int limit) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery(
                        "SELECT d.id FROM Dossier d WHERE d.state = :state AND d.id > :after ORDER BY d.id", Long.class)
                .setParameter("state", state.code())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList());
    }

    /** Ids of the catalogues that dossiers use. */
    public List<String> cataloguesInUse() {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery("SELECT DISTINCT d.catalogue FROM Dossier d", String.class)
                .getResultList());
    }

    /** Ids of dossiers with an unpublished final result. */
    public List<Long> unpublished(int limit) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery(
                        "SELECT d.id FROM Dossier d WHERE d.state IN ('passed', 'failed', 'abandoned')"
                                + " AND d.publishedAt IS NULL ORDER BY d.id",
                        Long.class)
                .setMaxResults(limit)
                .getResultList());
    }

    public void add(Dossier dossier) {
        transactions.entityManager().persist(dossier);
        transactions.entityManager().flush();
    }

    public void addTrial(String no, String catalogue, Instant now) {
        add(Dossier.trial(no, catalogue, now));
    }

    public Optional<Dossier> findTrial(String no) {
        return find(no).filter(Dossier::isTrial);
    }

    /** Removes a trial. The caller has removed its pictures in the same transaction. */
    public void removeTrial(Dossier dossier) {
        transactions.entityManager().flush(); // deletes the pictures first: they reference the dossier
        transactions.entityManager().remove(transactions.entityManager().find(Dossier.class, dossier.id()));
    }

    /** Returns the trials created before that instant. */
    public List<Dossier> trialsBefore(Instant then) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery(
                        "SELECT d FROM Dossier d WHERE d.trial = TRUE AND d.createdAt < :then ORDER BY d.id",
                        Dossier.class)
                .setParameter("then", then)
                .getResultList());
    }

    /**
     * Returns one page in the order of registration. If another page follows, the result has one dossier more than the
     * limit. Concurrent inserts and deletes do not shift the pages.
     */
    public List<Dossier> page(DossierQuery query) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("d.id > :after AND d.trial = FALSE");
        values.put("after", query.after());
        query.state().ifPresent(state -> {
            where.append(" AND ").append(query.stateCondition());
            values.put("state", state);
        });
        query.site().ifPresent(site -> {
            where.append(" AND d.siteCode = :site");
            values.put("site", site);
        });
        query.category().ifPresent(category -> {
            where.append(" AND d.examCategory = :category");
            values.put("category", category);
        });
        query.changedSince().ifPresent(since -> {
            where.append(" AND d.changedAt >= :since");
            values.put("since", since);
        });
        query.text().ifPresent(text -> {
            where.append(" AND (d.candidateName = :text OR d.no = :text OR d.idNumber IN (:text, :upper, :lower))");
            values.put("text", text);
            values.put("upper", text.toUpperCase(Locale.ROOT)); // the last character of an ID number may be an x
            values.put("lower", text.toLowerCase(Locale.ROOT));
        });
        return transactions.inTransaction(() -> {
            TypedQuery<Dossier> rows = transactions
                    .entityManager()
                    .createQuery("SELECT d FROM Dossier d WHERE " + where + " ORDER BY d.id", Dossier.class)
                    .setMaxResults(query.limit() + 1);
            values.forEach(rows::setParameter);
            return rows.getResultList();
        });
    }
}
