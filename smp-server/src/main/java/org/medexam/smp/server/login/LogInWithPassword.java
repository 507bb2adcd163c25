package org.medexam.smp.server.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.SessionToken;
import org.medexam.smp.server.access.Sessions;
import org.medexam.smp.server.account.Account;
import org.medexam.smp.server.account.VerifyPassword;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.database.Transactions;

/** Opens a session with the name and password of one of SMP's own accounts. */
@Singleton
public class LogInWithPassword {

    private static final int MAX_LENGTH = 200;

    private final VerifyPassword verifyPassword;
    private final LoginThrottle throttle;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Transactions transactions;

    @Inject
    LogInWithPassword(
            VerifyPassword verifyPassword,
            LoginThrottle throttle,
            Sessions sessions,
            AuditTrail audit,
            Transactions transactions) {
        this.verifyPassword = verifyPassword;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @throws Refusal {@code INVALID}, {@code TOO_MANY_REQUESTS}, {@code BAD_CREDENTIALS} */
    SessionToken logIn(LoginRequest login, Actor requester) {
        checkShape(login);
        throttle.admit(requester.address());
        Account account = verify(login, requester);
        return transactions.inTransaction(() -> {
            audit.write(requester.as(account.caller()), AuditTrail.Action.LOGGED_IN, null, null);
            return sessions.open(account.caller(), account.id());
        });
    }

    private Account verify(LoginRequest login, Actor requester) {
        try {
            return verifyPassword.verify(login.username(), login.password().toCharArray());
        } catch (Refusal refused) {
            if (refused.code() == RefusalCode.BAD_CREDENTIALS) {
                // the name is not recorded: users also type their password into that field
                audit.write(requester, AuditTrail.Action.LOGIN_REFUSED, null, null);
            }
            throw refused;
        }
    }

    private static void checkShape(LoginRequest login) {
        List<Map<String, String>> invalid = new ArrayList<>();
        if (login.username() == null || login.username().length() > MAX_LENGTH) {
            invalid.add(Map.of("member", "username", "reason", "length"));
        }
        if (login.password() == null || login.password().length() > MAX_LENGTH) {
            invalid.add(Map.of("member", "password", "reason", "length"));
        }
        if (!invalid.isEmpty()) {
            throw Refusal.of(RefusalCode.INVALID, "name or password is missing or too long")
                    .with("members", invalid);
        }
    }
}
