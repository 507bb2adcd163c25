package org.medexam.smp.server.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.medexam.smp.server.database.Transactions;

/** The reviews of the dossiers. */
@Singleton
public class Reviews {

    private final Transactions transactions;

    @Inject
    Reviews(Transactions transactions) {
        this.transactions = transactions;
    }

    void add(Review review) {
        transactions.entityManager().persist(review);
    }

    /** A dossier's, oldest first. */
    List<Review> of(long dossierId) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery("SELECT r FROM Review r WHERE r.dossierId = :dossier ORDER BY r.id", Review.class)
                .setParameter("dossier", dossierId)
                .getResultList());
    }
}
