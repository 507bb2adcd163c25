package org.medexam.smp.server.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.ticket.Scope;
import org.medexam.smp.core.ticket.Ticket;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerAuthenticator;
import org.medexam.smp.server.access.SessionToken;
import org.medexam.smp.server.access.Sessions;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.registration.RegisterFromTicket;

/**
 * Opens a session with a candidate's or reviewer's ticket. A reviewer's ticket works once. A candidate's ticket works
 * until it expires, because it is a link that candidates open again on their phones.
 */
@Singleton
public class LogInWithTicket {

    private final CallerAuthenticator authenticator;
    private final Sessions sessions;
    private final RegisterFromTicket firstVisit;
    private final AuditTrail audit;
    private final Transactions transactions;

    @Inject
    LogInWithTicket(
            CallerAuthenticator authenticator,
            Sessions sessions,
            RegisterFromTicket firstVisit,
            AuditTrail audit,
            Transactions transactions) {
        this.authenticator = authenticator;
        this.sessions = sessions;
        this.firstVisit = firstVisit;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @throws Refusal {@code NOT_ALLOWED} for a system's ticket, {@code TICKET_USED} */
    SessionToken logIn(String authorization, Actor requester) {
        Ticket ticket = authenticator.ticket(authorization);
        if (ticket.scope() != Scope.CANDIDATE && ticket.scope() != Scope.REVIEWER) {
            throw Refusal.of(RefusalCode.NOT_ALLOWED, "systems have no sessions");
        }
        Caller caller = CallerAuthenticator.callerOf(ticket);
        Actor actor = requester.as(caller);
        if (caller instanceof Caller.Candidate candidate) {
            firstVisit.of(candidate, actor);
        }
        return transactions.inTransaction(() -> {
            if (ticket.scope() == Scope.REVIEWER && !sessions.use(ticket)) {
                throw Refusal.of(RefusalCode.TICKET_USED, "already exchanged for a session");
            }
            audit.write(actor, AuditTrail.Action.LOGGED_IN, null, null);
            return sessions.open(caller, null);
        });
    }
}
