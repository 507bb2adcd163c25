package org.medexam.smp.server.message;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.medexam.smp.server.database.Transactions;

/** The messages of the dossiers. */
@Singleton
public class Messages {

    private final Transactions transactions;

    @Inject
    Messages(Transactions transactions) {
        this.transactions = transactions;
    }

    public void add(Message message) {
        transactions.entityManager().persist(message);
    }

    /** A dossier's, newest first. */
    public List<Message> of(long dossierId) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery("SELECT m FROM Message m WHERE m.dossierId = :dossier ORDER BY m.id DESC", Message.class)
                .setParameter("dossier", dossierId)
                .getResultList());
    }
}
