package org.medexam.smp.server.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.medexam.smp.server.database.Transactions;

/** The bond in the database: none before the first start, then one for ever. */
@Singleton
public class StoreBonds {

    private final Transactions transactions;

    @Inject
    StoreBonds(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<StoreBondRow> find() {
        return transactions.inTransaction(
                () -> Optional.ofNullable(transactions.entityManager().find(StoreBondRow.class, StoreBondRow.ONLY)));
    }

    void add(StoreBondRow bond) {
        transactions.inTransaction(() -> transactions.entityManager().persist(bond));
    }
}
