package org.medexam.smp.server.message;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.medexam.smp.server.database.Transactions;

/** Repository of the messages. */
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

    /** Returns the dossier's messages, newest first. */
    public List<Message> of(long dossierId) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery("SELECT m FROM Message m WHERE m.dossierId = :dossier ORDER BY m.id DESC", Message.class)
                .setParameter("dossier", dossierId)
                .getResultList());
    }
}
