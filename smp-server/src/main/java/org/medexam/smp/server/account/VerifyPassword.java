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
 * Verifies a name and password. An unknown name, a wrong password and a locked account give the same refusal after the
 * same work, so that a caller cannot find out which names exist.
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

    /** @throws Refusal {@code BAD_CREDENTIALS}, {@code DATABASE_UNAVAILABLE} */
    public Account verify(String username, char[] password) {
        Instant now = clock.instant();
        Optional<Account> found = accounts.find(username);
        Optional<Account> usable = found.filter(account -> account.mayLogIn(now));
        if (usable.isEmpty()) {
            PasswordHash.verifyAgainstNobody(password);
            throw badCredentials();
        }
        boolean matches = usable.get().password().matches(password);
        accounts.recordAttempt(usable.get(), matches, now);
        if (!matches) {
            throw badCredentials();
        }
        return usable.get();
    }

    private static Refusal badCredentials() {
        return Refusal.of(RefusalCode.BAD_CREDENTIALS, "no usable account with this name and password");
    }
}
