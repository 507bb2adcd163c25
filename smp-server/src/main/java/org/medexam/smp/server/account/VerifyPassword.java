package org.medexam.smp.server.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.medexam.smp.core.password.PasswordHash;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * Name and password against the accounts. An unknown name, a wrong password and a locked account answer the same
 * words after the same work, and only once the database was asked.
 */
@Singleton
public class VerifyPassword {

    private final Accounts accounts;
    private final Clock clock;

    @Inject
    VerifyPassword(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @throws Refusal {@code BAD_CREDENTIALS}; {@code DATABASE_UNAVAILABLE} when nobody could be asked */
    public Account check(String username, char[] password) {
        Instant now = clock.instant();
        Optional<Account> found = accounts.find(username);
        Optional<Account> open = found.filter(account -> account.mayLogIn(now));
        if (open.isEmpty()) {
            PasswordHash.verifyAgainstNobody(password);
            throw wrong();
        }
        boolean right = open.get().password().matches(password);
        accounts.remember(open.get(), right, now);
        if (!right) {
            throw wrong();
        }
        return open.get();
    }

    private static Refusal wrong() {
        return Refusal.of(RefusalCode.BAD_CREDENTIALS, "no open account with this name and password");
    }
}
