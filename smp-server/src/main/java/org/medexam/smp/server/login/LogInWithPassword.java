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

/** An own account's name and password become a session. */
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

    SessionToken logIn(LoginRequest login, Actor requester) {
        checkShape(login);
        throttle.admit(requester.address());
        Account account = check(login, requester);
        return transactions.inTransaction(() -> {
            audit.write(requester.as(account.caller()), AuditTrail.Action.LOGGED_IN, null, null);
            return sessions.open(account.caller(), account.id());
        });
    }

    private Account check(LoginRequest login, Actor requester) {
        try {
            return verifyPassword.check(login.username(), login.password().toCharArray());
        } catch (Refusal refused) {
            if (refused.code() == RefusalCode.BAD_CREDENTIALS) {
                // the name that was typed may be anything, a password too, so it is not written down
                audit.write(requester, AuditTrail.Action.LOGIN_REFUSED, null, null);
            }
            throw refused;
        }
    }

    private static void checkShape(LoginRequest login) {
        List<Map<String, String>> faults = new ArrayList<>();
        if (login.username() == null || login.username().length() > MAX_LENGTH) {
            faults.add(Map.of("member", "username", "reason", "length"));
        }
        if (login.password() == null || login.password().length() > MAX_LENGTH) {
            faults.add(Map.of("member", "password", "reason", "length"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.of(RefusalCode.INVALID, "not a name and a password").with("members", faults);
        }
    }
}
