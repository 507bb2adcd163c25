package org.medexam.smp.server.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.ticket.Scope;
import org.medexam.smp.core.ticket.Ticket;
import org.medexam.smp.core.ticket.TicketVerifier;

/** Turns what a request shows (a bearer token or a session's cookie) into a caller, or refuses. */
@Singleton
public class CallerAuthenticator {

    private final TicketVerifier verifier;
    private final Sessions sessions;
    private final Clock clock;

    @Inject
    CallerAuthenticator(TicketVerifier verifier, Sessions sessions, Clock clock) {
        this.verifier = verifier;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A ticket that is good now, of whichever scope; whether it was used is not asked here. */
    public Ticket ticket(String authorization) {
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw Refusal.of(RefusalCode.TICKET_REFUSED, "not a bearer token");
        }
        return verifier.verify(authorization.substring(7).trim(), clock.instant());
    }

    Caller bearer(String authorization) {
        Ticket ticket = ticket(authorization);
        if (ticket.scope() == Scope.REVIEWER && sessions.wasUsed(ticket)) {
            throw Refusal.of(RefusalCode.TICKET_USED, "exchanged for a session before");
        }
        return callerOf(ticket);
    }

    Caller session(SessionToken token) {
        return sessions.find(token)
                .map(Session::caller)
                .orElseThrow(() -> Refusal.of(RefusalCode.SESSION_EXPIRED, "no such session now"));
    }

    public static Caller callerOf(Ticket ticket) {
        return switch (ticket.scope()) {
            case CANDIDATE -> new Caller.Candidate(ticket.sub(), ticket.dossier());
            case REVIEWER ->
                new Caller.Reviewer(
                        ticket.sub(),
                        ticket.name().orElse(ticket.sub()),
                        ticket.role().orElseThrow(),
                        ticket.site());
            case SP -> new Caller.CentralSystem(CallerKind.SP, ticket.sub());
            case MP -> new Caller.CentralSystem(CallerKind.MP, ticket.sub());
        };
    }
}
