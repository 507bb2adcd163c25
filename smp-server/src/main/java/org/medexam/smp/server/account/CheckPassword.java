package org.medexam.smp.server.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.medexam.smp.core.password.PasswordHash;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.database.Transactions;

/**
 * Name and password against the accounts. An unknown name, a wrong password and a locked account answer the same
 * words after the same work, and only once the database was asked.
 */
@Singleton
public class CheckPassword {

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    CheckPassword(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws Refusal {@code BAD_CREDENTIALS}; {@code DATABASE_UNAVAILABLE} when nobody could be asked */
    public Account check(String username, char[] password) {
        LocalDateTime now = LocalDateTime.now(clock);
        Optional<Account> found = find(username);
        Optional<Account> open = found.filter(account -> account.mayLogIn(now));
        boolean right = false;
        if (open.isPresent()) {
            right = open.get().password().matches(password);
        } else {
            PasswordHash.verifyAgainstNobody(password);
        }
        remember(open, right, now);
        if (!right) {
            throw Refusal.of(RefusalCode.BAD_CREDENTIALS, "no open account with this name and password");
        }
        return open.get();
    }

    private Optional<Account> find(String username) {
        return transactions.inOne(() -> transactions
                .entityManager()
                .createQuery("SELECT a FROM Account a WHERE a.username = :username", Account.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst());
    }

    private void remember(Optional<Account> account, boolean right, LocalDateTime now) {
        account.ifPresent(known -> transactions.inOne(() -> {
            Account attached = transactions.entityManager().find(Account.class, known.id());
            if (right) {
                attached.succeeded();
            } else {
                attached.failed(now);
            }
        }));
    }
}
