package org.medexam.smp.server.submission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.medexam.smp.server.database.Transactions;

/** Repository of the submissions. */
@Singleton
public class Submissions {

    private final Transactions transactions;

    @Inject
    Submissions(Transactions transactions) {
        this.transactions = transactions;
    }

    void add(Submission submission) {
        transactions.entityManager().persist(submission);
    }

    Optional<Submission> last(long dossierId) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery(
                        "SELECT s FROM Submission s WHERE s.dossierId = :dossier ORDER BY s.id DESC", Submission.class)
                .setParameter("dossier", dossierId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst());
    }
}
