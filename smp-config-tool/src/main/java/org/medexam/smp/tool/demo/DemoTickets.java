package org.medexam.smp.tool.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import org.medexam.smp.core.file.PrivateFile;
import org.medexam.smp.core.ticket.Scope;
import org.medexam.smp.core.ticket.Ticket;
import org.medexam.smp.core.ticket.TicketSigner;

/** Tickets as SP and MP would issue them, signed with the demo's own keys. */
final class DemoTickets {

    private final DemoHome files;
    private final Clock clock;
    private final TicketSigner sp;
    private final TicketSigner mp;

    DemoTickets(DemoHome files, Clock clock) throws IOException {
        this.files = files;
        this.clock = clock;
        this.sp = new TicketSigner(Demo.DISTRICT, Files.readString(files.spKey()));
        this.mp = new TicketSigner(Demo.DISTRICT, Files.readString(files.mpKey()));
    }

    /** For one call or a few. */
    String ofSp() {
        return sp.sign(Ticket.ofSystem(Scope.SP, "sp", newId(), clock.instant()));
    }

    /** Writes the first candidate's ticket and MP's, fresh, into their files; without an end of line. */
    void write() throws IOException {
        MadeUpCandidate first = MadeUpCandidate.ALL.get(0);
        PrivateFile.write(
                files.candidateTicket(),
                sp.sign(Ticket.ofCandidate(first.no(), newId(), clock.instant()).withDossier(first.claim())));
        PrivateFile.write(files.mpTicket(), mp.sign(Ticket.ofSystem(Scope.MP, "mp", newId(), clock.instant())));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
