package org.medexam.smp.server.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.medexam.smp.server.database.Transactions;

/** The bond in the database: none before the first start, then one for ever. */
@Singleton
public class Bonds {

    private final Transactions transactions;

    @Inject
    Bonds(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<Bond> find() {
        return transactions.inTransaction(
                () -> Optional.ofNullable(transactions.entityManager().find(Bond.class, Bond.ONLY)));
    }

    void add(Bond bond) {
        transactions.inTransaction(() -> transactions.entityManager().persist(bond));
    }
}
