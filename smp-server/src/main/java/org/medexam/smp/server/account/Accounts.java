package org.medexam.smp.server.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.medexam.smp.server.database.Transactions;

/** The own accounts in the database. */
@Singleton
public class Accounts {

    private final Transactions transactions;

    @Inject
    Accounts(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<Account> find(String username) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery("SELECT a FROM Account a WHERE a.username = :username", Account.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst());
    }

    /** Counts a wrong password, or forgets those before a right one. */
    void remember(Account account, boolean right, Instant now) {
        transactions.inTransaction(() -> {
            Account attached = transactions.entityManager().find(Account.class, account.id());
            if (right) {
                attached.succeeded();
            } else {
                attached.failed(now);
            }
        });
    }
}
