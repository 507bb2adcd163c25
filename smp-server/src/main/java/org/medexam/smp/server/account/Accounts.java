package org.medexam.smp.server.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.medexam.smp.server.database.Transactions;

/** SMP's own accounts in the database. */
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

    /** Counts a failed login, or resets the count after a successful one. */
    void recordAttempt(Account account, boolean succeeded, Instant now) {
        transactions.inTransaction(() -> {
            Account attached = transactions.entityManager().find(Account.class, account.id());
            if (succeeded) {
                attached.succeeded();
            } else {
                attached.failed(now);
            }
        });
    }
}
