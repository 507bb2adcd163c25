package org.medexam.smp.server.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.ticket.Scope;
import org.medexam.smp.core.ticket.Ticket;
import org.medexam.smp.core.ticket.TicketVerifier;

/** Authenticates the bearer token or the session cookie of a request. */
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

    /**
     * Verifies the ticket of an {@code Authorization} header. It does not check whether a reviewer's ticket was used.
     *
     * @throws Refusal {@code TICKET_REFUSED}, {@code TICKET_EXPIRED}
     */
    public Ticket ticket(String authorization) {
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw Refusal.of(RefusalCode.TICKET_REFUSED, "not a bearer token");
        }
        return verifier.verify(authorization.substring(7).trim(), clock.instant());
    }

    Caller bearer(String authorization) {
        Ticket ticket = ticket(authorization);
        if (ticket.scope() == Scope.REVIEWER && sessions.wasUsed(ticket)) {
            throw Refusal.of(RefusalCode.TICKET_USED, "already exchanged for a session");
        }
        return callerOf(ticket);
    }

    Caller session(SessionToken token) {
        return sessions.find(token)
                .map(Session::caller)
                .orElseThrow(() -> Refusal.of(RefusalCode.SESSION_EXPIRED, "the session is unknown or has expired"));
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
